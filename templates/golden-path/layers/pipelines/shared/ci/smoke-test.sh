#!/bin/sh
# Asks the deployed service what its users ask.
#
#   smoke-test.sh staging|production
#
# In staging an item is written, read and removed. In production nothing is
# written: SMOKE_ROUNDS (10) questions, SMOKE_PAUSE_SECONDS (6) apart, all of
# which must be answered well.
set -eu
. "$(dirname -- "$0")/lib.sh"
environment_of "${1:-}"
needs curl jq
case $environment in
staging) url=$STAGING_URL ;;
production) url=$PRODUCTION_URL ;;
esac
: "${SMOKE_ROUNDS:=10}"
: "${SMOKE_PAUSE_SECONDS:=6}"
answer=$reports/smoke.json

# expect STATUS METHOD PATH [JSON]
expect() {
  : >"$answer"
  status=$(curl --silent --show-error --max-time 10 --request "$2" --output "$answer" \
    --write-out '%{http_code}' ${4:+--header 'Content-Type: application/json' --data "$4"} \
    "$url$3") || status=000
  [ "$status" = "$1" ] ||
    stop 1 "$2 $url$3 was answered $status instead of $1: $(head -c 300 "$answer")"
}

item=/api/items/smoke-$DEPLOY_ID
if [ "$environment" = staging ]; then
  expect 200 PUT "$item" '{"name":"smoke test"}'
  expect 200 GET "$item"
  [ "$(jq -r .name "$answer")" = "smoke test" ] ||
    stop 1 "GET $url$item did not give back what was put there: $(head -c 300 "$answer")"
  expect 204 DELETE "$item"
  expect 404 GET "$item"
  say "$url keeps, gives back and removes an item."
  exit 0
fi

round=1
while [ "$round" -le "$SMOKE_ROUNDS" ]; do
  # nobody has this item: a 404 with a body of ours comes from the service itself
  expect 404 GET "$item"
  jq -e '.status == 404' "$answer" >/dev/null 2>&1 ||
    stop 1 "GET $url$item was not answered by the service: $(head -c 300 "$answer")"
  [ "$round" -eq "$SMOKE_ROUNDS" ] || sleep "$SMOKE_PAUSE_SECONDS"
  round=$((round + 1))
done
say "$url answered $SMOKE_ROUNDS times in a row."
