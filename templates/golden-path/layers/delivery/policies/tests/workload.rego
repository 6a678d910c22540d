# A workload that keeps to every rule; each test breaks one thing of it.
package examples

import rego.v1

labels := {
	"app.kubernetes.io/name": "orders",
	"app.kubernetes.io/part-of": "shop",
	"backstage.io/kubernetes-id": "orders",
	"plimsoll.dev/service": "orders",
	"plimsoll.dev/environment": "production",
	"team": "shop",
	"tier": "1",
}

container := {
	"name": "orders",
	"image": sprintf("registry.example:5000/orders:1.2.3@sha256:%s", [concat("", [digit | some _ in numbers.range(1, 64); digit := "0"])]),
	"env": [],
	"startupProbe": {"httpGet": {"path": "/healthz"}},
	"livenessProbe": {"httpGet": {"path": "/healthz"}},
	"readinessProbe": {"httpGet": {"path": "/readyz"}},
	"resources": {
		"requests": {"cpu": "100m", "memory": "128Mi"},
		"limits": {"memory": "512Mi"},
	},
	"securityContext": {
		"allowPrivilegeEscalation": false,
		"readOnlyRootFilesystem": true,
		"capabilities": {"drop": ["ALL"]},
	},
}

workload := {
	"apiVersion": "apps/v1",
	"kind": "Deployment",
	"metadata": {"name": "orders", "labels": labels},
	"spec": {"template": {
		"metadata": {"labels": labels},
		"spec": {
			"serviceAccountName": "orders",
			"automountServiceAccountToken": false,
			"securityContext": {
				"runAsNonRoot": true,
				"runAsUser": 65532,
				"seccompProfile": {"type": "RuntimeDefault"},
			},
			"containers": [container],
			"volumes": [{"name": "tmp", "emptyDir": {}}],
		},
	}},
}

pod_path := "/spec/template/spec"

container_path := "/spec/template/spec/containers/0"

changed(patches) := json.patch(workload, patches)
