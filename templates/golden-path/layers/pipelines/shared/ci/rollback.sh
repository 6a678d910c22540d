#!/bin/sh
# Takes back what deploy.sh began and finish-release.sh did not call good, and
# measures how long that takes: the limit is ROLLBACK_LIMIT_SECONDS, 180 unless
# set otherwise. It runs in the job that deployed, so it waits for no runner.
#
#   rollback.sh staging|production [REASON]
#
# Exit codes: 0 nothing to take back, or the last version runs again in time;
# 1 there is no last version; 2 it does not run again within the limit.
set -eu
. "$(dirname -- "$0")/lib.sh"
environment_of "${1:-}"
reason=${2:-"a step of $PIPELINE_NAME after the deployment failed"}

if [ ! -f "$release" ]; then
  say "Nothing was deployed to $environment in this run; nothing to take back."
  exit 0
fi
if [ -n "$(release_get finishedAt)" ]; then
  say "The release to $environment was good; nothing to take back."
  exit 0
fi

began=$(seconds)
left() { echo $((ROLLBACK_LIMIT_SECONDS - $(seconds) + began)); }

back_by_helm() {
  applies=$(helm_applies)
  timeout "$ROLLBACK_LIMIT_SECONDS" helm rollback "$SERVICE_NAME" \
    "$(release_get previousRevision)" --namespace "$namespace" ${applies:+"$applies"}
}

back_by_argocd() {
  timeout "$ROLLBACK_LIMIT_SECONDS" argocd app set "$SERVICE_NAME-$environment" --grpc-web \
    --revision "$(release_get previousRevision)" \
    --helm-set-string "image.tag=$(release_get previousVersion)" \
    --helm-set-string "image.digest=$(release_get previousDigest)"
  timeout "$ROLLBACK_LIMIT_SECONDS" argocd app sync "$SERVICE_NAME-$environment" --grpc-web --async
}

# A version that ran before needs no canary: Argo goes back in one step.
skip_canary() {
  kubectl patch rollouts.argoproj.io "$SERVICE_NAME" --namespace "$namespace" \
    --subresource status --type merge --patch '{"status":{"promoteFull":true}}' >/dev/null 2>&1 || true
}

# Events come after the deed: a slow portal must not use up the time.
tell() {
  outcome=failed
  if [ -n "$(release_get trafficPercent)" ] && [ -z "$(release_get rolledOutAt)" ]; then
    # a canary that did not get any further
    outcome=aborted
  fi
  ci/send-event.sh "$(release_get event)" "$environment" "$outcome" "$reason" || true
  [ -z "${1:-}" ] || ci/send-event.sh service.rolledback "$environment" "$1" "$reason" || true
}

if [ -z "$(release_get previousRevision)" ]; then
  tell
  stop 1 "$environment had no version before this one: nothing to go back to. Mend it and deploy again, or remove it by 'helm uninstall $SERVICE_NAME --namespace $namespace'."
fi

say "Going back to $SERVICE_NAME $(release_get previousVersion) in $environment: $reason"
release_set rollbackStartedAt "$(now)"
back=failed
if "back_by_$DEPLOY_WITH"; then
  skip_canary
  if ci/wait-for-rollout.sh "$environment" "$(left)"; then back=succeeded; fi
fi
took=$(($(seconds) - began))
release_set rollbackSeconds "$took"
tell "$back"

if [ "$back" = failed ]; then
  stop 2 "$SERVICE_NAME $(release_get previousVersion) does not run again in $environment after $took s (limit $ROLLBACK_LIMIT_SECONDS s). Call the owner: docs/runbook.md."
fi
say "$SERVICE_NAME $(release_get previousVersion) runs again in $environment after $took s (limit $ROLLBACK_LIMIT_SECONDS s)."
