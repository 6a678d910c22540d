#!/bin/sh
# Finds what will not work in slo/, and says how to mend it.
set -eu
. "$(dirname -- "$0")/lib.sh"
TOOL_ENV='' tool npx "$NODE_IMAGE" --yes "@plimsoll/rules-cli@$RULES_CLI_VERSION" \
  generate slo/ catalog-info.yaml --check --part objectives \
  --portal "$PORTAL_URL" --out "$reports/slo-rules.yaml"
