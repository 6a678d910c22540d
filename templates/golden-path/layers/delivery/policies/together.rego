# What only all objects together show: `conftest test --combine --namespace together`.
package together

import rego.v1

import data.objects

all := [entry.contents | some entry in input]

of_kind(kind) := [one | some one in all; one.kind == kind]

workloads := [one | some one in all; one.kind in {"Deployment", "Rollout"}]

deny contains sprintf("%s: no NetworkPolicy is for its pods", [objects.named(workload)]) if {
	some workload in workloads
	not guarded(workload)
}

deny contains "no NetworkPolicy denies what no other one allows" if {
	count(workloads) > 0
	not denied_by_default
}

deny contains sprintf("%s: replicas and an autoscaler would fight over the number of pods", [objects.named(workload)]) if {
	some workload in workloads
	some scaler in of_kind("HorizontalPodAutoscaler")
	targets(scaler, workload)
	workload.spec.replicas
}

deny contains sprintf("%s: what it scales is not there", [objects.named(scaler)]) if {
	some scaler in of_kind("HorizontalPodAutoscaler")
	not has_target(scaler)
}

deny contains sprintf("%s: several pods, and nothing keeps a drain from ending all of them", [objects.named(workload)]) if {
	some workload in workloads
	least_pods(workload) > 1
	not budgeted(workload)
}

deny contains sprintf("%s: one pod, and a budget that no drain gets past", [objects.named(workload)]) if {
	some workload in workloads
	least_pods(workload) == 1
	budgeted(workload)
}

deny contains sprintf("%s: its service account gets a token", [objects.named(workload)]) if {
	some workload in workloads
	some account in of_kind("ServiceAccount")
	account.metadata.name == workload.spec.template.spec.serviceAccountName
	not account.automountServiceAccountToken == false
}

deny contains sprintf("%s: AnalysisTemplate %s is not there", [objects.named(workload), name]) if {
	some workload in of_kind("Rollout")
	some name in analyses(workload)
	not name in {one.metadata.name | some one in of_kind("AnalysisTemplate")}
}

deny contains sprintf("%s: nothing judges a new version", [objects.named(workload)]) if {
	some workload in of_kind("Rollout")
	count(analyses(workload)) == 0
}

guarded(workload) if {
	some policy in of_kind("NetworkPolicy")
	count(policy.spec.podSelector) > 0
	objects.selects(policy.spec.podSelector, workload.spec.template.metadata.labels)
}

denied_by_default if {
	some policy in of_kind("NetworkPolicy")
	count(policy.spec.podSelector) == 0
	{"Ingress", "Egress"} == {type | some type in policy.spec.policyTypes}
	not policy.spec.ingress
	not policy.spec.egress
}

targets(scaler, workload) if {
	scaler.spec.scaleTargetRef.kind == workload.kind
	scaler.spec.scaleTargetRef.name == workload.metadata.name
}

has_target(scaler) if {
	some workload in workloads
	targets(scaler, workload)
}

least_pods(workload) := scaler.spec.minReplicas if {
	some scaler in of_kind("HorizontalPodAutoscaler")
	targets(scaler, workload)
} else := object.get(workload.spec, "replicas", 1)

budgeted(workload) if {
	some budget in of_kind("PodDisruptionBudget")
	objects.selects(budget.spec.selector, workload.spec.template.metadata.labels)
}

analyses(workload) := {name |
	some path in [
		["canary", "analysis"],
		["blueGreen", "prePromotionAnalysis"],
		["blueGreen", "postPromotionAnalysis"],
	]
	some template in object.get(workload.spec.strategy, array.concat(path, ["templates"]), [])
	name := template.templateName
}
