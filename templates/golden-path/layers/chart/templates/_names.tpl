{{/* Every object is called like the service: the portal, alerts and dashboards find it by that name. */}}

{{- define "service.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "service.version" -}}
{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{/* Who it belongs to, for the portal, for cost and for whoever looks at a pod. */}}
{{- define "service.labels" -}}
{{ include "service.selector" . }}
app.kubernetes.io/version: {{ include "service.version" . | replace "+" "_" | trunc 63 | trimSuffix "-" | quote }}
app.kubernetes.io/part-of: {{ .Values.service.system | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
backstage.io/kubernetes-id: {{ .Chart.Name }}
plimsoll.dev/service: {{ .Chart.Name }}
plimsoll.dev/environment: {{ .Values.environment }}
team: {{ .Values.service.team | quote }}
tier: {{ .Values.service.tier | quote }}
{{- end }}

{{- define "service.image" -}}
{{ .Values.image.repository }}:{{ include "service.version" . }}{{ with .Values.image.digest }}@{{ . }}{{ end }}
{{- end }}

{{/* What metrics call it: requests of staging never count in the objectives of production. */}}
{{- define "service.metricsName" -}}
{{ .Chart.Name }}{{ if ne .Values.environment "production" }}-{{ .Values.environment }}{{ end }}
{{- end }}

{{- define "service.hasRollout" -}}
{{- if or (ne .Values.strategy.type "rolling") .Values.strategy.handover }}true{{ end -}}
{{- end }}

{{- define "service.hasDeployment" -}}
{{- if or (eq .Values.strategy.type "rolling") .Values.strategy.handover }}true{{ end -}}
{{- end }}

{{/* The least number of pods. */}}
{{- define "service.pods" -}}
{{ ternary .Values.autoscaling.minReplicas .Values.replicas .Values.autoscaling.enabled }}
{{- end }}

{{- define "service.mebibytes" -}}
{{- if hasSuffix "Gi" . }}{{ mul (trimSuffix "Gi" .) 1024 }}{{ else }}{{ trimSuffix "Mi" . }}{{ end -}}
{{- end }}

{{/* Whether a router splits the requests between two versions. */}}
{{- define "service.isRouted" -}}
{{- if and (eq .Values.strategy.type "canary") (eq .Values.strategy.canary.trafficRouter "gateway-api") .Values.httpRoute.enabled }}true{{ end -}}
{{- end }}
