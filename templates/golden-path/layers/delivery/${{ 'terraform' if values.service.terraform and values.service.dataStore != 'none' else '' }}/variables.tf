variable "service" {
  description = "Name of the service; every resource is called like it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.service)) && length(var.service) <= 40
    error_message = "service: lower-case letters, digits and single hyphens, 40 characters at most."
  }
}

variable "environment" {
  description = "staging or production."
  type        = string

  validation {
    condition     = contains(["staging", "production"], var.environment)
    error_message = "environment: staging or production."
  }
}

variable "team" {
  description = "Group of the catalog that owns the service."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$", var.team))
    error_message = "team: the name of a group of the catalog."
  }
}

variable "system" {
  description = "System of the catalog that the service is part of."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$", var.system))
    error_message = "system: the name of a system of the catalog."
  }
}

variable "tier" {
  description = "How critical the service is: 1 is the most."
  type        = number

  validation {
    condition     = contains([1, 2, 3], var.tier)
    error_message = "tier: 1, 2 or 3."
  }
}

variable "region" {
  description = "AWS region of the cluster."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region: as AWS writes it, such as eu-central-1."
  }
}

variable "cluster" {
  description = "EKS cluster that the service runs in; its network is used."
  type        = string

  validation {
    condition     = can(regex("^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$", var.cluster))
    error_message = "cluster: the name of an EKS cluster."
  }
}

variable "machine" {
  description = "Machine type of the data store, as its service writes it."
  type        = string

  validation {
    condition     = can(regex("^(cache|db)[.][a-z0-9-]+[.][a-z0-9]+$", var.machine))
    error_message = "machine: such as cache.t3.medium or db.t4g.medium."
  }
}

variable "standby" {
  description = "Whether a copy in another zone takes over when the first one is lost."
  type        = bool
  default     = true
}
