#!/bin/sh
# The chart of each environment against its schema and the policies, and its
# alerts against their tests.
set -eu
. "$(dirname -- "$0")/lib.sh"
# any digest will do here: production without one is against the policies
digest=sha256:$(printf '%064d' 0)
for environment in staging production; do
  values=chart/values-$environment.yaml
  TOOL_ENV='' tool helm "$HELM_IMAGE" lint --strict chart --values "$values"
  TOOL_ENV='' tool helm "$HELM_IMAGE" template "$SERVICE_NAME" chart --values "$values" \
    --set-string "image.tag=$(version)" --set-string "image.digest=$digest" \
    >"$reports/$environment.yaml"
  TOOL_ENV='' tool conftest "$CONFTEST_IMAGE" test --policy policies "$reports/$environment.yaml"
  TOOL_ENV='' tool conftest "$CONFTEST_IMAGE" test --policy policies --combine \
    --namespace together "$reports/$environment.yaml"
done
TOOL_ENV='' tool conftest "$CONFTEST_IMAGE" verify --policy policies
# the alerts, and the cases in which they have to fire
TOOL_ENV='' tool promtool "$PROMETHEUS_IMAGE" test rules chart/alerts/tests/*.yaml
