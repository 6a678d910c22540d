#!/bin/sh
# Tells the portal what this pipeline does, as a CDEvent in a CloudEvent.
#
#   send-event.sh pipelinerun.started
#   send-event.sh pipelinerun.finished success|failure|cancel|error
#   send-event.sh service.deployed|service.upgraded staging|production \
#     started|succeeded|failed|aborted [REASON]
#   send-event.sh service.rolledback staging|production \
#     started|succeeded|failed [REASON]
#
# An event that cannot be delivered is told and ends nothing: what was deployed
# is deployed. EVENTS_REQUIRED=true makes it an error (exit code 4). Sent again,
# an event has the same id, and the portal takes it once.
set -eu
. "$(dirname -- "$0")/lib.sh"
needs jq

event=${1:-}
body=$reports/event.json
at=$(now)

# write TYPE_VERSION ID SUBJECT_ID CONTENT CUSTOM_DATA, the last two in JSON
write() {
  jq --null-input --arg type "dev.cdevents.$event.$1" --arg id "$2" \
    --arg source "$SERVICE_REPOSITORY" --arg at "$at" --arg subject "$3" \
    --arg chain "$RUN_ID" --argjson content "$4" --argjson custom "$5" '
    {
      specversion: "1.0", id: $id, source: $source, type: $type, time: $at,
      subject: $subject, datacontenttype: "application/json",
      data: {
        context: {
          specversion: "0.5.1", id: $id, source: $source, type: $type,
          timestamp: $at, chainId: $chain
        },
        subject: { id: $subject, content: $content },
        customData: $custom
      }
    }' >"$body"
}

pipelinerun() {
  content=$(jq -n --arg name "$PIPELINE_NAME" --arg uri "$RUN_URL" \
    --arg outcome "${1:-}" '{ pipelineName: $name, uri: $uri } +
      if $outcome == "" then {} else { outcome: $outcome } end')
  custom=$(jq -n --arg sha "$COMMIT_SHA" --arg slug "$SERVICE_SLUG" \
    '{ commitSha: $sha, repository: $slug }')
  write 0.3.0 "$RUN_ID:$event" "$RUN_ID" "$content" "$custom"
}

# The version that is meant: what is deployed, or what is gone back to.
service() {
  environment_of "${1:-}"
  [ -f "$release" ] || stop 65 "deploy.sh has not deployed to $environment in this run: $release is missing."
  outcome=${2:-} reason=${3:-}
  case $outcome in
  started | succeeded | failed | aborted) ;;
  *) stop 64 "An outcome is started, succeeded, failed or aborted, not '$outcome'." ;;
  esac
  if [ "$event" = service.rolledback ]; then
    run=$(release_get id)-rollback prefix=previous rollback=true
    started=$(release_get rollbackStartedAt)
  else
    run=$(release_get id) prefix='' rollback=false
    started=$(release_get startedAt)
  fi
  custom=$(jq --arg run "$run" --arg outcome "$outcome" --arg reason "$reason" \
    --arg chain "$RUN_ID" --arg started "$started" --arg at "$at" --arg p "$prefix" \
    --argjson rollback "$rollback" --arg url "$RUN_URL" '
    {
      runId: $run, outcome: $outcome, batchId: $chain,
      version: (if $p == "" then .version else .previousVersion end),
      commitSha: (if $p == "" then .commit else .previousCommit end),
      trafficPercent: (if $outcome == "aborted" and .trafficPercent then (.trafficPercent | tonumber) else null end),
      startedAt: $started, rollback: $rollback, reason: $reason, url: $url,
      finishedAt: (if $outcome == "started" then null else $at end)
    } | with_entries(select(.value != null and .value != "" and .value != false))' "$release")
  artifact=$(jq -r --arg p "$prefix" --arg name "$SERVICE_NAME" --arg image "$IMAGE_REPOSITORY" '
    (if $p == "" then .digest else .previousDigest end // "") as $digest |
    (if $p == "" then .version else .previousVersion end // "") as $version |
    "pkg:oci/" + $name +
    (if $digest == "" then "" else "@" + ($digest | @uri) end) +
    "?repository_url=" + ($image | @uri) +
    (if $version == "" then "" else "&tag=" + ($version | @uri) end)' "$release")
  content=$(jq -n --arg id "$environment" --arg artifact "$artifact" \
    '{ environment: { id: $id }, artifactId: $artifact }')
  write 0.3.0 "$run:$event:$outcome" "$SERVICE_ENTITY_REF" "$content" "$custom"
}

case $event in
pipelinerun.started) pipelinerun ;;
pipelinerun.finished)
  case ${2:-} in
  success | failure | cancel | error) pipelinerun "$2" ;;
  *) stop 64 "usage: send-event.sh pipelinerun.finished success|failure|cancel|error" ;;
  esac
  ;;
service.deployed | service.upgraded | service.rolledback)
  shift
  service "$@"
  ;;
*) stop 64 "send-event.sh knows no event '$event'." ;;
esac

portal POST /api/stability/events "$body" application/cloudevents+json

if [ "$portal_status" = 202 ]; then
  say "Told the portal: $event ${2:-} ${3:-}"
  exit 0
fi
case $portal_status in
401) why="it does not know this pipeline (401): ci/README.md" ;;
403) why="this pipeline lacks stability.events.create (403)" ;;
000) why="it did not answer within $PORTAL_TIMEOUT_SECONDS s, asked $PORTAL_ATTEMPTS times" ;;
*) why="it answered $portal_status $(portal_message)" ;;
esac
[ "${EVENTS_REQUIRED:-false}" != true ] || stop 4 "$PORTAL_API_URL was not told of $event: $why."
warn "$PORTAL_API_URL was not told of $event: $why. Its figures lack this until somebody sends $body again."
