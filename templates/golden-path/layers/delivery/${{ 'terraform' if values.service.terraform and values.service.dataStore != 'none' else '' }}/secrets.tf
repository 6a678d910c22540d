# What External Secrets brings into the cluster, under the names that the
# service's environment has.
resource "aws_secretsmanager_secret" "service" {
  name        = "${var.service}/${var.environment}/${local.secret}"
  description = "Environment of ${local.name}"
}

output "secret" {
  description = "Name of the secret that the chart's ExternalSecret reads."
  value       = aws_secretsmanager_secret.service.name
}

output "recovery" {
  description = "What was promised: minutes until it is there again, minutes of data that may be lost."
  value       = local.recovery
}
