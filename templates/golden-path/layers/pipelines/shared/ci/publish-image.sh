#!/bin/sh
# Gives the scanned and signed image its version. From now on it may be deployed.
set -eu
. "$(dirname -- "$0")/lib.sh"
needs docker
docker buildx imagetools create --tag "$IMAGE_REPOSITORY:$(version)" \
  "$IMAGE_REPOSITORY@$(image_digest)"
