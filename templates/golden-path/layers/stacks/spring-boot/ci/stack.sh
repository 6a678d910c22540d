#!/bin/sh
# What every pipeline asks of this stack: ci/stack.sh install | lint | test | coverage
set -eu
cd "$(dirname "$0")/.."

maven() {
  mvn --batch-mode --no-transfer-progress "$@"
}

# What the tools wrote, where pipelines look for it.
collect_reports() {
  mkdir -p reports/junit reports/coverage
  for report in target/surefire-reports/TEST-*.xml target/failsafe-reports/TEST-*.xml; do
    [ ! -f "$report" ] || cp "$report" reports/junit/
  done
  [ ! -f target/site/jacoco/jacoco.xml ] || cp target/site/jacoco/jacoco.xml reports/coverage/coverage.xml
}

install() {
  maven --quiet dependency:resolve
}

# The compiler's warnings are errors, see pom.xml.
lint() {
  maven spotless:check test-compile
}

unit_tests() {
  trap collect_reports EXIT
  maven test
}

stop_postgres() {
  docker compose down --volumes postgres
}

coverage() {
  if [ -n "${DATABASE_URL:-}" ]; then
    trap collect_reports EXIT
  else
    trap 'collect_reports; stop_postgres' EXIT
    docker compose up --detach --wait postgres
  fi
  maven verify
}

case "${1:-}" in
  install) install ;;
  lint) lint ;;
  test) unit_tests ;;
  coverage) coverage ;;
  *)
    echo "usage: ci/stack.sh install | lint | test | coverage" >&2
    exit 64
    ;;
esac
