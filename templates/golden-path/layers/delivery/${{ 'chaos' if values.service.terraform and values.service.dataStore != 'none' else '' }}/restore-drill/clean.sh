#!/bin/sh
# Deletes what was restored, and says how the drill went: exit 1 where it failed.
set -u
# shellcheck disable=SC1090,SC1091
. "${SCRIPTS:-/scripts}/lib.sh"
# shellcheck disable=SC1090,SC1091
. "${SCRIPTS:-/scripts}/copy.sh"

if [ -s "$DRILL/target" ]; then
  read -r target <"$DRILL/target"
  # nothing to delete where it was never made; what is still being made cannot be
  if copy_is_there "$target"; then
    [ -s "$DRILL/endpoint" ] || wait_for_copy "$target"
    delete_copy "$target" || {
      say "$target could not be deleted: do it by hand, it costs money"
      exit 1
    }
  fi
fi

if [ -s "$DRILL/failure" ]; then
  say "failed: $(cat "$DRILL/failure")"
  exit 1
fi
[ -s "$DRILL/read" ] || {
  say 'failed: it ended before anything was read'
  exit 1
}
read -r started <"$DRILL/started"
read -r ended <"$DRILL/read"
seconds=$((ended - started))
if [ "$seconds" -gt "$RTO_SECONDS" ]; then
  say "failed: it took $seconds s, more than the $RTO_SECONDS s that are promised"
  exit 1
fi
say "passed: the data could be read after $seconds s"
