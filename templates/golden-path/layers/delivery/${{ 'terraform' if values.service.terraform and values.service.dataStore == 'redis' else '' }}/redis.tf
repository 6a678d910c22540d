# Recovery: losing a machine or a zone is mended by a replica that is seconds
# behind and takes over by itself within a minute or two, inside the 15 minutes
# and the hour that are promised. Wrong or deleted data come back from a daily
# snapshot, up to a day old. Where that is too much, keep the data elsewhere.
locals {
  port             = 6379
  secret           = "redis"
  snapshots_kept   = 5
  parameter_family = "redis7"

  # 40 characters are allowed
  group = length(local.name) <= 40 ? local.name : "${trimsuffix(substr(local.name, 0, 31), "-")}-${substr(sha1(local.name), 0, 8)}"

  cache = "arn:aws:elasticache:${var.region}:${data.aws_caller_identity.this.account_id}"
  drill = {
    look    = ["elasticache:DescribeReplicationGroups", "elasticache:DescribeCacheClusters", "elasticache:DescribeSnapshots"]
    copy    = ["elasticache:CreateReplicationGroup", "elasticache:AddTagsToResource"]
    delete  = ["elasticache:DeleteReplicationGroup"]
    copies  = ["${local.cache}:replicationgroup:drill-*"]
    sources = ["${local.cache}:snapshot:*", "${local.cache}:subnetgroup:*", "${local.cache}:parametergroup:*", "${local.cache}:cluster:drill-*"]
  }
}

resource "aws_elasticache_subnet_group" "this" {
  name       = local.name
  subnet_ids = local.network.subnet_ids
}

resource "aws_elasticache_parameter_group" "this" {
  name   = local.name
  family = local.parameter_family

  # when it is full it refuses to write rather than forget what it was given
  parameter {
    name  = "maxmemory-policy"
    value = "noeviction"
  }
}

resource "aws_elasticache_replication_group" "this" {
  replication_group_id = local.group
  description          = "Data of ${local.name}"
  engine               = "redis"
  engine_version       = "7.1"
  node_type            = var.machine
  port                 = local.port
  parameter_group_name = aws_elasticache_parameter_group.this.name
  subnet_group_name    = aws_elasticache_subnet_group.this.name
  security_group_ids   = [aws_security_group.data.id]

  num_cache_clusters         = var.standby ? 2 : 1
  automatic_failover_enabled = var.standby
  multi_az_enabled           = var.standby

  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  auth_token                 = aws_secretsmanager_secret_version.token.secret_string
  auth_token_update_strategy = "ROTATE"

  snapshot_retention_limit   = local.snapshots_kept
  snapshot_window            = "02:00-03:00"
  maintenance_window         = "sun:03:30-sun:04:30"
  final_snapshot_identifier  = "${local.name}-final"
  auto_minor_version_upgrade = true
  apply_immediately          = false

  tags = local.recovery_tags

  lifecycle {
    prevent_destroy = true

    precondition {
      condition     = var.environment != "production" || var.standby
      error_message = "production: without a standby nobody is back within 15 minutes."
    }
  }
}

# Made once; AWS makes it up, so that nobody has seen it. It stands in the
# state, whose bucket is encrypted: this resource has no write-only argument.
data "aws_secretsmanager_random_password" "token" {
  password_length     = 48
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret" "token" {
  name        = "${var.service}/${var.environment}/redis-token"
  description = "Token that the data store of ${local.name} asks for"
}

resource "aws_secretsmanager_secret_version" "token" {
  secret_id     = aws_secretsmanager_secret.token.id
  secret_string = data.aws_secretsmanager_random_password.token.random_password

  lifecycle {
    ignore_changes = [secret_string]
  }
}

resource "aws_secretsmanager_secret_version" "service" {
  secret_id = aws_secretsmanager_secret.service.id
  secret_string = jsonencode({
    REDIS_URL = "rediss://:${aws_secretsmanager_secret_version.token.secret_string}@${aws_elasticache_replication_group.this.primary_endpoint_address}:${local.port}/0"
  })
}

output "endpoint" {
  description = "Where the data store is reached."
  value       = aws_elasticache_replication_group.this.primary_endpoint_address
}
