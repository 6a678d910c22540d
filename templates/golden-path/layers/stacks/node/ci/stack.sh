#!/bin/sh
# What every pipeline asks of this stack: ci/stack.sh install | lint | test | coverage
set -eu
cd "$(dirname "$0")/.."

case "${1:-}" in
  install)
    npm ci --no-audit --no-fund
    ;;
  lint)
    npm run --silent lint
    npm run --silent types
    ;;
  test)
    mkdir -p reports/junit
    npm test --silent
    ;;
  coverage)
    # there is no data store: unit and integration tests are the same
    mkdir -p reports/junit reports/coverage
    npm run --silent coverage
    mv reports/coverage/cobertura-coverage.xml reports/coverage/coverage.xml
    ;;
  *)
    echo "usage: ci/stack.sh install | lint | test | coverage" >&2
    exit 64
    ;;
esac
