{{/*
Shares as whole pods: of 3 pods 10 % is 1 pod, 33 %. A step that comes to the
same number of pods as the one before is left out. One pod is joined by a second
one. With a router shares are those of requests, and stay as they are.
*/}}
{{- define "service.canaryWeights" -}}
{{- $pods := max 2 (include "service.pods" . | int) }}
{{- $weights := list }}
{{- range .Values.strategy.canary.weights }}
{{- $weight := int . }}
{{- if not (include "service.isRouted" $) }}
{{- $weight = div (mul 100 (max 1 (div (add (mul $weight $pods) 50) 100))) $pods | int }}
{{- end }}
{{- $weights = append $weights $weight }}
{{- end }}
{{- $weights | uniq | toJson -}}
{{- end }}

{{- define "service.canary" -}}
canary:
  maxUnavailable: 0
  maxSurge: 25%
  {{- if include "service.isRouted" . }}
  stableService: {{ .Chart.Name }}
  canaryService: {{ .Chart.Name }}-canary
  trafficRouting:
    plugins:
      argoproj-labs/gatewayAPI:
        httpRoute: {{ .Chart.Name }}
        namespace: {{ .Release.Namespace }}
  {{- end }}
  # runs from the first step to the last one; when it fails the old version
  # takes all requests again
  analysis:
    startingStep: 1
    templates:
      - templateName: {{ .Chart.Name }}-errors
      - templateName: {{ .Chart.Name }}-latency
    args:
      {{- include "service.analysisArgs" . | nindent 6 }}
  steps:
    {{- range include "service.canaryWeights" . | fromJsonArray }}
    - setWeight: {{ . }}
    - pause:
        duration: {{ $.Values.strategy.canary.pauseSeconds }}s
    {{- end }}
{{- end }}
