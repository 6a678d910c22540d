#!/bin/sh
# Waits until every pod of the service is of the newest version: of a canary
# until it has all of the traffic, and its analysis let it.
#
#   wait-for-rollout.sh staging|production [LIMIT_SECONDS]
#
# Exit codes: 0 done; 1 the cluster gave it up (analysis, deadline); 2 not done
# within the limit.
set -eu
. "$(dirname -- "$0")/lib.sh"
environment_of "${1:-}"
limit=${2:-${ROLLOUT_LIMIT_SECONDS:-1800}}
needs kubectl jq

kind=deployment
if [ -n "$(kubectl get rollouts.argoproj.io "$SERVICE_NAME" --namespace "$namespace" \
  --ignore-not-found --output name 2>/dev/null)" ]; then
  kind=rollouts.argoproj.io
fi

# note KEY VALUE: of what deploy.sh began, not of the way back
note() {
  if [ -f "$release" ] && [ -z "$(release_get rollbackStartedAt)" ]; then
    release_set "$1" "$2"
  fi
}

began=$(seconds)
told=
reached=0
while :; do
  # a cluster that does not answer once is asked again until the limit
  seen=$(kubectl get "$kind" "$SERVICE_NAME" --namespace "$namespace" \
    --request-timeout 10s --output json |
    jq -r -f ci/rollout-state.jq) || seen=
  {
    read -r state
    read -r traffic
    read -r message
  } <<STATE
${seen:-going

the cluster does not answer}
STATE
  # what a canary had at most is gone from the object once it is aborted
  if [ "$state" = going ] && [ "${traffic:-0}" -gt "$reached" ]; then
    reached=$traffic
    note trafficPercent "$reached"
  fi
  if [ "$message" != "$told" ]; then
    say "$environment: $message${traffic:+ ($traffic % of the traffic)}"
    told=$message
  fi
  took=$(($(seconds) - began))
  case $state in
  done)
    note rolledOutAt "$(now)"
    say "$SERVICE_NAME runs everywhere in $environment after $took s."
    exit 0
    ;;
  failed) stop 1 "The roll-out to $environment failed after $took s: $message" ;;
  esac
  [ "$took" -lt "$limit" ] ||
    stop 2 "The roll-out to $environment is not done after $took s (limit $limit s): $message"
  sleep 5
done
