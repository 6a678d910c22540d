terraform {
  # write-only arguments, which keep passwords out of the state
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region = var.region

  # What the bill and the portal tell the cost of a service by. Activate them
  # once as cost allocation tags of the account.
  default_tags {
    tags = {
      service     = var.service
      team        = var.team
      system      = var.system
      tier        = tostring(var.tier)
      environment = var.environment
      managed-by  = "terraform"
    }
  }
}
