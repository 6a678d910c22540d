# What every pod must keep to. `conftest test --policy policies` shows what is
# wrong with a rendered chart, one object at a time.
package main

import rego.v1

import data.objects

deny contains sprintf("%s: pods must not run as root (runAsNonRoot)", [objects.named(input)]) if {
	objects.is_workload(input)
	not objects.pod(input).securityContext.runAsNonRoot
}

deny contains sprintf("%s: the user must be a number, and not 0 (runAsUser)", [objects.named(input)]) if {
	objects.is_workload(input)
	object.get(objects.pod(input), ["securityContext", "runAsUser"], 0) == 0
}

deny contains sprintf("%s: seccompProfile must be RuntimeDefault", [objects.named(input)]) if {
	objects.is_workload(input)
	not objects.pod(input).securityContext.seccompProfile.type == "RuntimeDefault"
}

deny contains sprintf("%s: %s of the host must not be shared", [objects.named(input), field]) if {
	objects.is_workload(input)
	some field in ["hostNetwork", "hostPID", "hostIPC"]
	objects.pod(input)[field]
}

deny contains sprintf("%s: folders of the host must not be mounted", [objects.named(input)]) if {
	objects.is_workload(input)
	some volume in objects.pod(input).volumes
	volume.hostPath
}

deny contains sprintf("%s: the token must not be mounted (automountServiceAccountToken)", [objects.named(input)]) if {
	objects.is_workload(input)
	not objects.pod(input).automountServiceAccountToken == false
}

deny contains sprintf("%s, %s: the root must be read-only", [objects.named(input), container.name]) if {
	some container in workload_containers
	not container.securityContext.readOnlyRootFilesystem
}

deny contains sprintf("%s, %s: privileges must not grow (allowPrivilegeEscalation)", [objects.named(input), container.name]) if {
	some container in workload_containers
	not container.securityContext.allowPrivilegeEscalation == false
}

deny contains sprintf("%s, %s: privileged is not allowed", [objects.named(input), container.name]) if {
	some container in workload_containers
	container.securityContext.privileged
}

deny contains sprintf("%s, %s: all capabilities must be dropped", [objects.named(input), container.name]) if {
	some container in workload_containers
	not "ALL" in object.get(container, ["securityContext", "capabilities", "drop"], [])
}

deny contains sprintf("%s, %s: no capability may be added", [objects.named(input), container.name]) if {
	some container in workload_containers
	count(object.get(container, ["securityContext", "capabilities", "add"], [])) > 0
}

deny contains sprintf("%s, %s: %s is missing", [objects.named(input), container.name, concat(".", path)]) if {
	some container in workload_containers
	some path in [
		["resources", "requests", "cpu"],
		["resources", "requests", "memory"],
		["resources", "limits", "memory"],
	]
	object.get(container, path, "") == ""
}

deny contains sprintf("%s, %s: %s is missing", [objects.named(input), container.name, probe]) if {
	input.kind in {"Deployment", "Rollout"}
	some container in input.spec.template.spec.containers
	some probe in ["startupProbe", "readinessProbe", "livenessProbe"]
	not container[probe]
}

deny contains sprintf("%s, %s: liveness must not ask for dependencies: a restart mends none", [objects.named(input), container.name]) if {
	some container in workload_containers
	container.livenessProbe.httpGet.path == container.readinessProbe.httpGet.path
}

workload_containers := objects.containers(input) if objects.is_workload(input)
