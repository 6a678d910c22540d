# shellcheck shell=sh
# What the three steps share. They hand on what they saw as files in $DRILL.
DRILL=${DRILL:-/drill}

say() {
  echo "restore drill: $*" >&2
}

# The first failure is the one that counts; later steps add nothing to it.
fail() {
  say "$*"
  [ -s "$DRILL/failure" ] || echo "$*" >"$DRILL/failure"
  exit 1
}

# Where a command of AWS fails it has said why.
asked() {
  "$@" || fail "$1 $2 $3 failed"
}
