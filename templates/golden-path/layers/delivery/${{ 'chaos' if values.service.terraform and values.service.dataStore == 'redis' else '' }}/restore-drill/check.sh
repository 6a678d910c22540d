#!/bin/sh
# Reads what was restored: there are keys, and the value of one can be had.
set -u
# shellcheck disable=SC1090,SC1091
. "${SCRIPTS:-/scripts}/lib.sh"
# clean comes to its turn whatever happens here
trap 'exit 0' EXIT

[ ! -s "$DRILL/failure" ] || exit
credentials=${REDIS_URL#*://}
credentials=${credentials%@*}
export REDISCLI_AUTH="${credentials#*:}"
read -r endpoint <"$DRILL/endpoint"

ask() {
  redis-cli -h "$endpoint" -p 6379 --tls --no-auth-warning "$@"
}

keys=$(ask DBSIZE) || fail "$endpoint does not answer"
keys=${keys##* }
case $keys in '' | *[!0-9]*) fail "$endpoint answers: $keys" ;; esac
[ "$keys" -gt 0 ] || fail 'the snapshot holds no keys'
key=$(ask RANDOMKEY) || fail 'no key can be read'
bytes=$(ask DUMP "$key" | wc -c)
[ "$bytes" -gt 1 ] || fail "the value of $key cannot be read"
say "$keys keys; the value of one has been read"
date +%s >"$DRILL/read"
