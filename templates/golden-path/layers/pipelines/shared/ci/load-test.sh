#!/bin/sh
# The load test as a gate: its thresholds are the service's objectives.
set -eu
. "$(dirname -- "$0")/lib.sh"
BASE_URL=${BASE_URL:-$STAGING_URL}
export BASE_URL
TOOL_ENV='BASE_URL' tool k6 "$K6_IMAGE" run \
  --summary-export "$reports/load-test.json" load-test/load.ts
