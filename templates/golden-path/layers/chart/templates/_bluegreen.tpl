{{/*
Before the switch nobody calls the new version but the pipeline's smoke test, so
its pods have to be there and answer; after it, real requests judge it while the
old version still waits.
*/}}
{{- define "service.blueGreen" -}}
blueGreen:
  activeService: {{ .Chart.Name }}
  previewService: {{ .Chart.Name }}-preview
  autoPromotionEnabled: true
  scaleDownDelaySeconds: {{ .Values.strategy.blueGreen.keepOldSeconds }}
  prePromotionAnalysis:
    templates:
      - templateName: {{ .Chart.Name }}-preview
    args:
      {{- include "service.analysisArgs" . | nindent 6 }}
  postPromotionAnalysis:
    templates:
      - templateName: {{ .Chart.Name }}-errors
      - templateName: {{ .Chart.Name }}-latency
    args:
      {{- include "service.analysisArgs" . | nindent 6 }}
{{- end }}
