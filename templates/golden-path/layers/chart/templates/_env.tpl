{{/* What the process is told; it ends with a sentence where a value is wrong. */}}
{{- define "service.env" -}}
- name: PORT
  value: "8080"
- name: SERVICE_NAME
  value: {{ .Chart.Name }}
- name: SERVICE_VERSION
  value: {{ include "service.version" . | quote }}
- name: DEPLOYMENT_ENVIRONMENT
  value: {{ .Values.environment }}
- name: LOG_LEVEL
  value: {{ .Values.config.logLevel }}
- name: RATE_LIMIT_PER_SECOND
  value: {{ int .Values.config.rateLimitPerSecond | quote }}
- name: SHUTDOWN_GRACE_SECONDS
  value: {{ .Values.config.shutdownGraceSeconds | quote }}
{{- with .Values.config.otlpEndpoint }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ . | quote }}
{{- end }}
{{- if .Values.faults.enabled }}
- name: FAULTS_ENABLED
  value: "true"
- name: FAULT_ERROR_RATIO
  value: {{ .Values.faults.errorRatio | quote }}
- name: FAULT_DELAY_MS
  value: {{ .Values.faults.delayMs | quote }}
{{- end }}
{{- range include "service.secretKeys" . | fromJsonArray }}
- name: {{ . }}
  valueFrom:
    secretKeyRef:
      name: {{ $.Chart.Name }}
      key: {{ . }}
{{- end }}
{{- with .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "service.secretKeys" -}}
{{- dict "redis" (list "REDIS_URL") "postgresql" (list "DATABASE_URL" "DATABASE_USER" "DATABASE_PASSWORD") "none" list | dig .Values.dataStore.type list | toJson -}}
{{- end }}
