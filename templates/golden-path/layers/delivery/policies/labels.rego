# Without these labels nobody knows whose an object is, nor what it costs.
package main

import rego.v1

import data.objects

required := [
	"app.kubernetes.io/name",
	"app.kubernetes.io/part-of",
	"backstage.io/kubernetes-id",
	"plimsoll.dev/service",
	"plimsoll.dev/environment",
	"team",
	"tier",
]

deny contains sprintf("%s: the label %s is missing", [objects.named(input), label]) if {
	input.apiVersion
	some label in required
	not input.metadata.labels[label]
}

deny contains sprintf("%s: its pods lack the label %s", [objects.named(input), label]) if {
	objects.is_workload(input)
	some label in required
	not objects.pod_labels(input)[label]
}

deny contains sprintf("%s: a secret does not belong into a chart, use an ExternalSecret", [objects.named(input)]) if {
	input.kind == "Secret"
}
