package together_test

import rego.v1

import data.examples
import data.together

selector := {"matchLabels": {"app.kubernetes.io/name": "orders"}}

good := {
	"workload": examples.workload,
	"scaler": {"kind": "HorizontalPodAutoscaler", "metadata": {"name": "orders"}, "spec": {"minReplicas": 3, "scaleTargetRef": {"kind": "Deployment", "name": "orders"}}},
	"budget": {"kind": "PodDisruptionBudget", "metadata": {"name": "orders"}, "spec": {"selector": selector}},
	"policy": {"kind": "NetworkPolicy", "metadata": {"name": "orders"}, "spec": {"podSelector": selector}},
	"deny": {"kind": "NetworkPolicy", "metadata": {"name": "deny"}, "spec": {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}},
	"account": {"kind": "ServiceAccount", "metadata": {"name": "orders"}, "automountServiceAccountToken": false},
}

denied(patches) := messages if {
	messages := together.deny with input as [{"path": name, "contents": contents} |
		some name, contents in json.patch(good, patches)
	]
}

test_good_objects_pass if count(denied([])) == 0

test_every_fault_is_found if {
	every fault in [
		{"op": "remove", "path": "/policy"},
		{"op": "remove", "path": "/deny"},
		{"op": "add", "path": "/deny/spec/egress", "value": [{}]},
		{"op": "remove", "path": "/budget"},
		{"op": "add", "path": "/workload/spec/replicas", "value": 3},
		{"op": "replace", "path": "/scaler/spec/minReplicas", "value": 1},
		{"op": "remove", "path": "/account/automountServiceAccountToken"},
	] {
		count(denied([fault])) == 1
	}
}

test_a_scaler_of_another_kind_is_found if {
	some message in denied([{"op": "replace", "path": "/scaler/spec/scaleTargetRef/kind", "value": "Rollout"}])
	contains(message, "what it scales is not there")
}

rollout(strategy) := [
	{"op": "replace", "path": "/workload/kind", "value": "Rollout"},
	{"op": "replace", "path": "/scaler/spec/scaleTargetRef/kind", "value": "Rollout"},
	{"op": "add", "path": "/workload/spec/strategy", "value": strategy},
]

test_a_rollout_is_judged if {
	some message in denied(rollout({"canary": {"steps": []}}))
	contains(message, "nothing judges")
}

test_what_judges_is_there if {
	some message in denied(rollout({"canary": {"analysis": {"templates": [{"templateName": "orders-errors"}]}}}))
	contains(message, "orders-errors")
}
