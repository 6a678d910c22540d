#!/bin/sh
# Finds what will not work in slo/, and says how to mend it; and sees to it that
# the alerts of the chart are those of slo/.
#
#   check-slo.sh [--write]     --write renews chart/alerts/slo.yaml
set -eu
. "$(dirname -- "$0")/lib.sh"
alerts=chart/alerts/slo.yaml

TOOL_ENV='' tool npx "$NODE_IMAGE" --yes "@plimsoll/rules-cli@$RULES_CLI_VERSION" \
  generate slo/ catalog-info.yaml --check --part objectives \
  --portal "$PORTAL_URL" --out "$reports/slo-rules.yaml"

if [ "${1:-}" = --write ]; then
  cp "$reports/slo-rules.yaml" "$alerts"
  say "$alerts is what slo/ says. Look at chart/alerts/tests/slo.yaml, too."
  exit 0
fi
cmp -s "$reports/slo-rules.yaml" "$alerts" ||
  stop 1 "$alerts is not what slo/ says: 'ci/check-slo.sh --write' renews it."
say "$alerts is what slo/ says."
