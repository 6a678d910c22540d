# Which images may run.
package main

import rego.v1

import data.objects

deny contains sprintf("%s, %s: production runs what was scanned and signed, so the image needs its digest", [objects.named(input), container.name]) if {
	objects.environment(input) == "production"
	some container in workload_containers
	not regex.match(`@sha256:[0-9a-f]{64}$`, container.image)
}

deny contains sprintf("%s, %s: latest is another image tomorrow", [objects.named(input), container.name]) if {
	some container in workload_containers
	not contains(container.image, "@sha256:")
	tag(container.image) in {"", "latest"}
}

deny contains sprintf("%s: faults are for drills, not for production", [objects.named(input)]) if {
	objects.environment(input) == "production"
	some container in workload_containers
	some variable in object.get(container, "env", [])
	variable.name == "FAULTS_ENABLED"
	variable.value != "false"
}

# of registry:5000/name:tag, without mistaking the port for it
tag(image) := parts[1] if {
	segments := split(image, "/")
	parts := split(segments[count(segments) - 1], ":")
	count(parts) == 2
} else := ""
