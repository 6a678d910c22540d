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

began=$(seconds)
told=
while :; do
  # a cluster that does not answer once is asked again until the limit
  seen=$(kubectl get "$kind" "$SERVICE_NAME" --namespace "$namespace" --output json |
    jq -c -f ci/rollout-state.jq) || seen=
  state=$(printf '%s' "${seen:-'{}'}" | jq -r '.state // empty' 2>/dev/null) || state=
  message=$(printf '%s' "$seen" | jq -r '.message // "the cluster did not answer"' 2>/dev/null) || message=
  traffic=$(printf '%s' "$seen" | jq -r '.traffic // empty' 2>/dev/null) || traffic=
  # what a canary had is gone from the object once it is aborted
  if [ -n "$traffic" ] && [ "$state" = going ] && [ -f "$release" ]; then
    release_set trafficPercent "$traffic"
  fi
  if [ "$message" != "$told" ]; then
    say "$environment: $message${traffic:+ ($traffic % of the traffic)}"
    told=$message
  fi
  took=$(($(seconds) - began))
  case $state in
  done)
    say "$SERVICE_NAME runs everywhere in $environment after $took s."
    exit 0
    ;;
  failed) stop 1 "The roll-out to $environment failed after $took s: $message" ;;
  esac
  [ "$took" -lt "$limit" ] ||
    stop 2 "The roll-out to $environment is not done after $took s (limit $limit s): $message"
  sleep 5
done
