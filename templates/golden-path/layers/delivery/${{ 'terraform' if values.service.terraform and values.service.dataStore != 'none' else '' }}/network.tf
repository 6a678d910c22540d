# The data store lives in the cluster's network; only its pods reach it.
data "aws_eks_cluster" "this" {
  name = var.cluster
}

locals {
  name    = "${var.service}-${var.environment}"
  network = data.aws_eks_cluster.this.vpc_config[0]

  # what was promised: minutes until it is there again, minutes of data that may be lost
  recovery = { time_minutes = 15, point_minutes = 60 }
  recovery_tags = {
    rto = "${local.recovery.time_minutes}m"
    rpo = "${local.recovery.point_minutes}m"
  }
}

resource "aws_security_group" "data" {
  name        = "${local.name}-data"
  description = "Data store of ${local.name}"
  vpc_id      = local.network.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "pods" {
  security_group_id            = aws_security_group.data.id
  description                  = "Pods of the cluster"
  referenced_security_group_id = local.network.cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = local.port
  to_port                      = local.port
}
