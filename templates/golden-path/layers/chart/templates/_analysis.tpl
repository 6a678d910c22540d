{{/* Which pods are new, and which ones they are compared with. */}}
{{- define "service.analysisArgs" -}}
- name: new
  valueFrom:
    podTemplateHashValue: Latest
- name: stable
  valueFrom:
    podTemplateHashValue: Stable
{{- end }}

{{/* The series of one version; `args` are filled in by Argo Rollouts. */}}
{{- define "service.series" -}}
service="{{ include "service.metricsName" .root }}",namespace="{{ .root.Release.Namespace }}",rollouts_pod_template_hash="{{ printf "{{args.%s}}" .version }}"
{{- end }}

{{- define "service.enoughRequests" -}}
(sum(increase(http_requests_total{ {{- include "service.series" (dict "root" . "version" "new") -}} }[{{ .Values.strategy.analysis.windowSeconds }}s])) >= {{ int .Values.strategy.analysis.minRequests }})
{{- end }}

{{/*
No answer or NaN: there were too few requests to judge. What is neither success
nor failure is inconclusive, and pauses the roll-out.
*/}}
{{- define "service.conditions" -}}
{{- if eq .root.Values.strategy.analysis.noTraffic "pass" -}}
successCondition: len(result) == 0 || isNaN(result[0]) || result[0] <= {{ .limit }}
{{- else -}}
successCondition: len(result) > 0 && !isNaN(result[0]) && result[0] <= {{ .limit }}
inconclusiveLimit: 3
{{- end }}
failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] > {{ .limit }}
failureLimit: 1
{{- end }}

{{/* While a canary is on its way it goes on; after a switch it ends. */}}
{{- define "service.pace" -}}
interval: {{ .Values.strategy.analysis.intervalSeconds }}s
initialDelay: {{ .Values.strategy.analysis.intervalSeconds }}s
{{- if eq .Values.strategy.type "blue-green" }}
count: {{ max 2 (div (div (mul .Values.strategy.blueGreen.keepOldSeconds 3) 4) .Values.strategy.analysis.intervalSeconds) }}
{{- end }}
{{- end }}
