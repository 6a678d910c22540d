#!/bin/sh
# Looks for known weaknesses in the image as it lies in the registry. Serious
# ones that have a fix stop the pipeline; .trivyignore may name exceptions.
set -eu
. "$(dirname -- "$0")/lib.sh"
digest=$(image_digest)
TOOL_ENV='' tool trivy "$TRIVY_IMAGE" image --image-src remote --scanners vuln,secret \
  --severity HIGH,CRITICAL --ignore-unfixed --exit-code 1 --no-progress \
  "$IMAGE_REPOSITORY@$digest"
