package main_test

import rego.v1

import data.examples
import data.main

test_a_missing_label_is_named if {
	some message in denied([{"op": "remove", "path": "/metadata/labels/team"}])
	message == "Deployment orders: the label team is missing"
}

test_pods_have_them_too if {
	denied([{"op": "remove", "path": "/spec/template/metadata/labels/tier"}]) == {"Deployment orders: its pods lack the label tier"}
}

test_secrets_stay_out_of_charts if {
	some message in main.deny with input as {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "orders", "labels": examples.labels}}
	contains(message, "ExternalSecret")
}
