package main_test

import rego.v1

import data.examples
import data.main

denied(patches) := messages if {
	messages := main.deny with input as examples.changed(patches)
}

test_a_good_workload_passes if {
	count(main.deny) == 0 with input as examples.workload
}

# each of them alone is found
test_every_fault_is_found if {
	every fault in faults {
		count(denied([fault])) == 1
	}
}

faults := array.concat(
	[{"op": "remove", "path": concat("", [examples.pod_path, path])} |
		some path in [
			"/automountServiceAccountToken",
			"/securityContext/runAsNonRoot",
			"/securityContext/runAsUser",
			"/securityContext/seccompProfile",
		]
	],
	array.concat(
		[{"op": "remove", "path": concat("", [examples.container_path, path])} |
			some path in [
				"/securityContext/readOnlyRootFilesystem",
				"/securityContext/allowPrivilegeEscalation",
				"/securityContext/capabilities/drop",
				"/resources/requests/cpu",
				"/resources/requests/memory",
				"/resources/limits/memory",
				"/startupProbe",
				"/livenessProbe",
				"/readinessProbe",
			]
		],
		additions,
	),
)

additions := [
	{"op": "add", "path": concat("", [examples.pod_path, "/hostNetwork"]), "value": true},
	{"op": "add", "path": concat("", [examples.pod_path, "/volumes/-"]), "value": {"name": "host", "hostPath": {"path": "/"}}},
	{"op": "add", "path": concat("", [examples.pod_path, "/securityContext/runAsUser"]), "value": 0},
	{"op": "add", "path": concat("", [examples.container_path, "/securityContext/privileged"]), "value": true},
	{"op": "add", "path": concat("", [examples.container_path, "/securityContext/capabilities/add"]), "value": ["NET_RAW"]},
	{"op": "add", "path": concat("", [examples.container_path, "/livenessProbe/httpGet/path"]), "value": "/readyz"},
]

# a container that runs before the service keeps to the same
test_init_containers_are_judged if {
	added := {"op": "add", "path": concat("", [examples.pod_path, "/initContainers"]), "value": [{"name": "init", "image": "busybox"}]}
	some message in denied([added])
	contains(message, "init: the root must be read-only")
}
