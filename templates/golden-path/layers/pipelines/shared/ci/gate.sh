#!/bin/sh
# Asks the portal whether the error budget allows a release.
#
# Exit codes: 0 go on (allowed, or with warnings); 1 the budget blocks it;
# 2 the portal refused the question, which a person mends; 3 no verdict, and
# GATE_WHEN_UNREACHABLE says stop.
set -eu
. "$(dirname -- "$0")/lib.sh"

case $GATE_WHEN_UNREACHABLE in
stop | go-on) ;;
*) stop 64 "GATE_WHEN_UNREACHABLE is '$GATE_WHEN_UNREACHABLE', not stop or go-on." ;;
esac

# no_verdict WHY: never silent, whichever way it goes.
no_verdict() {
  if [ "$GATE_WHEN_UNREACHABLE" = go-on ]; then
    warn "RELEASED WITHOUT A VERDICT: $1 GATE_WHEN_UNREACHABLE=go-on lets this release go on all the same."
    exit 0
  fi
  stop 3 "No verdict on this release: $1 It stops here. GATE_WHEN_UNREACHABLE=go-on would let it go on."
}

portal GET "/api/slo/gate?entityRef=$SERVICE_ENTITY_REF"

case $portal_status in
200) ;;
401) stop 2 "The portal does not know this pipeline (401). Look at PLIMSOLL_TOKEN, or at backend.auth.externalAccess of the portal for its OIDC tokens: ci/README.md." ;;
403) stop 2 "This pipeline may not ask about $SERVICE_ENTITY_REF (403): its access needs slo.objective.read. $(portal_message)" ;;
4??) stop 2 "The portal refused the question ($portal_status): $(portal_message)" ;;
000) no_verdict "$PORTAL_API_URL did not answer within $PORTAL_TIMEOUT_SECONDS s, asked $PORTAL_ATTEMPTS times." ;;
*) no_verdict "$PORTAL_API_URL answered $portal_status." ;;
esac

verdict=$(jq -r '.verdict // empty' "$portal_answer" 2>/dev/null) || verdict=
reasons() { jq -r '.reasons[] | "  - \(.verdict): \(.message)"' "$portal_answer"; }

case $verdict in
allow)
  say "The error budget allows this release (decision $(jq -r .decision "$portal_answer"))."
  reasons
  ;;
warn)
  warn "The error budget allows this release with a warning (decision $(jq -r .decision "$portal_answer")):"
  reasons >&2
  ;;
block)
  reasons >&2
  stop 1 "The error budget blocks this release (decision $(jq -r .decision "$portal_answer")). What mends the service may be released with the annotation plimsoll.dev/slo-gate: exhausted=warn in catalog-info.yaml; the portal keeps that decision, too."
  ;;
*) no_verdict "$PORTAL_API_URL answered something that is no verdict." ;;
esac
