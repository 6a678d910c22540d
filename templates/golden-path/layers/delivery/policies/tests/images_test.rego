package main_test

import rego.v1

import data.examples
import data.main

image(name, environment) := denied([
	{"op": "replace", "path": concat("", [examples.container_path, "/image"]), "value": name},
	{"op": "replace", "path": "/metadata/labels/plimsoll.dev~1environment", "value": environment},
])

test_production_wants_a_digest if {
	some message in image("registry.example/orders:1.2.3", "production")
	contains(message, "digest")
}

test_staging_is_content_with_a_tag if {
	count(image("registry.example:5000/orders:1.2.3", "staging")) == 0
}

test_latest_is_refused_also_when_it_is_not_written if {
	count(image("registry.example/orders:latest", "staging")) == 1
	count(image("registry.example:5000/orders", "staging")) == 1
}

test_faults_stay_out_of_production if {
	fault := {"op": "add", "path": concat("", [examples.container_path, "/env/-"]), "value": {"name": "FAULTS_ENABLED", "value": "true"}}
	count(denied([fault])) == 1
}
