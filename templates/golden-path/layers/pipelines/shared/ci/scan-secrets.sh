#!/bin/sh
# Looks for secrets in all commits. What it finds is not printed. Needs the
# whole history: a shallow clone shows too little.
set -eu
. "$(dirname -- "$0")/lib.sh"
[ "$(git rev-parse --is-shallow-repository)" = false ] ||
  stop 65 "This clone is shallow: secrets of older commits would be missed."
TOOL_ENV='' tool gitleaks "$GITLEAKS_IMAGE" git --redact --no-banner \
  --report-format json --report-path "$reports/secrets.json" .
