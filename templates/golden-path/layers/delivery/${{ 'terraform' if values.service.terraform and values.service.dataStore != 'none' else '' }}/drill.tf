# What the restore drill (chaos/restore-drill) may do: copy the data store to
# one whose name begins with drill-, and delete that one again.
data "aws_iam_policy_document" "drill_trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "drill" {
  statement {
    sid       = "Look"
    actions   = local.drill.look
    resources = ["*"]
  }

  statement {
    sid       = "Copy"
    actions   = local.drill.copy
    resources = concat(local.drill.copies, local.drill.sources)
  }

  statement {
    sid       = "Delete"
    actions   = local.drill.delete
    resources = local.drill.copies
  }
}

data "aws_caller_identity" "this" {}

resource "aws_iam_role" "drill" {
  name               = "${local.name}-drill"
  assume_role_policy = data.aws_iam_policy_document.drill_trust.json
}

resource "aws_iam_role_policy" "drill" {
  name   = "drill"
  role   = aws_iam_role.drill.id
  policy = data.aws_iam_policy_document.drill.json
}

resource "aws_eks_pod_identity_association" "drill" {
  cluster_name    = var.cluster
  namespace       = var.environment == "production" ? var.service : local.name
  service_account = "restore-drill"
  role_arn        = aws_iam_role.drill.arn
}
