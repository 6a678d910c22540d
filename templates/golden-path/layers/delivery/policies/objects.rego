# Of a chart's objects, whose business each rule is.
package objects

import rego.v1

workload_kinds := {"Deployment", "Rollout", "StatefulSet", "DaemonSet", "Job"}

is_workload(object) if object.kind in workload_kinds

is_workload(object) if object.kind == "CronJob"

pod(object) := object.spec.template.spec if object.kind in workload_kinds

pod(object) := object.spec.jobTemplate.spec.template.spec if object.kind == "CronJob"

pod_labels(object) := object.spec.template.metadata.labels if object.kind in workload_kinds

containers(object) := array.concat(
	object_get(pod(object), "initContainers"),
	object_get(pod(object), "containers"),
)

object_get(of, key) := object.get(of, key, [])

environment(object) := object.get(object.metadata, ["labels", "plimsoll.dev/environment"], "")

named(object) := sprintf("%s %s", [object.kind, object.metadata.name])

# Whether a selector's matchLabels are all among labels.
selects(selector, labels) if {
	every key, value in object.get(selector, "matchLabels", {}) {
		labels[key] == value
	}
}
