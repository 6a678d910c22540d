#!/bin/sh
# Looks for known weaknesses in what the lock files name. Serious ones that
# have a fix stop the pipeline; .trivyignore may name exceptions.
set -eu
. "$(dirname -- "$0")/lib.sh"
TOOL_ENV='' tool trivy "$TRIVY_IMAGE" filesystem --scanners vuln --severity HIGH,CRITICAL \
  --ignore-unfixed --exit-code 1 --no-progress .
