# Of a chart's objects, whose business each rule is.
package objects

import rego.v1

workload_kinds := {"Deployment", "Rollout", "StatefulSet", "DaemonSet", "Job"}

is_workload(one) if one.kind in workload_kinds

is_workload(one) if one.kind == "CronJob"

pod(one) := one.spec.template.spec if one.kind in workload_kinds

pod(one) := one.spec.jobTemplate.spec.template.spec if one.kind == "CronJob"

pod_labels(one) := one.spec.template.metadata.labels if one.kind in workload_kinds

pod_labels(one) := one.spec.jobTemplate.spec.template.metadata.labels if one.kind == "CronJob"

containers(one) := array.concat(
	listed(pod(one), "initContainers"),
	listed(pod(one), "containers"),
)

listed(of, key) := object.get(of, key, [])

environment(one) := object.get(one.metadata, ["labels", "plimsoll.dev/environment"], "")

named(one) := sprintf("%s %s", [one.kind, one.metadata.name])

# Whether a selector's matchLabels are all among labels.
selects(selector, labels) if {
	every key, value in object.get(selector, "matchLabels", {}) {
		labels[key] == value
	}
}
