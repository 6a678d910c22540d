# Recovery: losing a machine or a zone is mended by the standby, which has every
# commit and takes over within a minute or two. Wrong or deleted data come back
# by restoring to any point until five minutes ago. The restore drill measures
# how long that takes.
locals {
  port             = 5432
  secret           = "postgresql"
  backups_kept     = 7
  database         = "app" # a service may be called like a word of SQL
  user             = "app"
  parameter_family = "postgres17"
  password_version = 1 # one more makes a new password

  rds = "arn:aws:rds:${var.region}:${data.aws_caller_identity.this.account_id}"
  drill = {
    look    = ["rds:DescribeDBInstances"]
    copy    = ["rds:RestoreDBInstanceToPointInTime", "rds:AddTagsToResource"]
    delete  = ["rds:DeleteDBInstance"]
    copies  = ["${local.rds}:db:drill-*"]
    sources = [aws_db_instance.this.arn, "${local.rds}:pg:*", "${local.rds}:subgrp:*"]
  }
}

resource "aws_db_subnet_group" "this" {
  name       = local.name
  subnet_ids = local.network.subnet_ids
}

resource "aws_db_parameter_group" "this" {
  name   = local.name
  family = local.parameter_family

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_db_instance" "this" {
  identifier             = local.name
  engine                 = "postgres"
  engine_version         = "17"
  instance_class         = var.machine
  db_name                = local.database
  port                   = local.port
  parameter_group_name   = aws_db_parameter_group.this.name
  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.data.id]
  publicly_accessible    = false

  username            = local.user
  password_wo         = ephemeral.aws_secretsmanager_secret_version.password.secret_string
  password_wo_version = local.password_version

  storage_type          = "gp3"
  storage_encrypted     = true
  allocated_storage     = 20
  max_allocated_storage = 100

  multi_az                  = var.standby
  backup_retention_period   = local.backups_kept
  backup_window             = "02:00-03:00"
  maintenance_window        = "sun:03:30-sun:04:30"
  copy_tags_to_snapshot     = true
  deletion_protection       = true
  skip_final_snapshot       = false
  final_snapshot_identifier = "${local.name}-final"

  auto_minor_version_upgrade   = true
  apply_immediately            = false
  performance_insights_enabled = true

  tags = local.recovery_tags

  lifecycle {
    prevent_destroy = true

    precondition {
      condition     = var.environment != "production" || var.standby
      error_message = "production: without a standby nobody is back within 15 minutes."
    }
  }
}

# The password is made up by AWS and never stands in the state: it goes to a
# secret first, and is read from there, so that an apply that broke off half-way
# can be repeated.
ephemeral "aws_secretsmanager_random_password" "new" {
  password_length     = 40
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret" "password" {
  name        = "${var.service}/${var.environment}/postgresql-password"
  description = "Password of the database of ${local.name}"
}

resource "aws_secretsmanager_secret_version" "password" {
  secret_id                = aws_secretsmanager_secret.password.id
  secret_string_wo         = ephemeral.aws_secretsmanager_random_password.new.random_password
  secret_string_wo_version = local.password_version
}

ephemeral "aws_secretsmanager_secret_version" "password" {
  secret_id = aws_secretsmanager_secret_version.password.secret_id
}

resource "aws_secretsmanager_secret_version" "service" {
  secret_id = aws_secretsmanager_secret.service.id
  secret_string_wo = jsonencode({
    DATABASE_URL      = "jdbc:postgresql://${aws_db_instance.this.address}:${local.port}/${local.database}?sslmode=require"
    DATABASE_USER     = local.user
    DATABASE_PASSWORD = ephemeral.aws_secretsmanager_secret_version.password.secret_string
  })
  secret_string_wo_version = local.password_version
}

output "endpoint" {
  description = "Where the data store is reached."
  value       = aws_db_instance.this.address
}
