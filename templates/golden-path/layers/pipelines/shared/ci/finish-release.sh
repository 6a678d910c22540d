#!/bin/sh
# Says that what deploy.sh began is good. rollback.sh leaves it alone from now.
set -eu
. "$(dirname -- "$0")/lib.sh"
environment_of "${1:-}"
[ -f "$release" ] || stop 65 "deploy.sh has not deployed to $environment in this run."
release_set finishedAt "$(now)"
ci/send-event.sh "$(release_get event)" "$environment" succeeded
