#!/bin/sh
# What every pipeline asks of this stack: ci/stack.sh install | lint | test | coverage | lock
set -eu
cd "$(dirname "$0")/.."

venv=.venv
python=$venv/bin/python

install() {
  [ -x "$python" ] || python3 -m venv "$venv"
  "$python" -m pip install --quiet --require-hashes --requirement requirements-dev.txt
}

lint() {
  "$venv/bin/ruff" format --check .
  "$venv/bin/ruff" check .
  "$venv/bin/mypy"
}

unit_tests() {
  mkdir -p reports/junit
  "$python" -m pytest --quiet -m 'not integration' --junit-xml=reports/junit/unit.xml
}

stop_redis() {
  docker compose down --volumes redis
}

coverage() {
  mkdir -p reports/junit reports/coverage
  if [ -z "${REDIS_URL:-}" ]; then
    trap stop_redis EXIT
    docker compose up --detach --wait redis
    export REDIS_URL=redis://localhost:6379/0
  fi
  "$python" -m pytest --quiet --junit-xml=reports/junit/all.xml \
    --cov --cov-report=term --cov-report=xml:reports/coverage/coverage.xml
}

# Takes new versions of the dependencies that pyproject.toml allows.
lock() {
  "$python" -m pip install --quiet uv
  for lock in 'requirements.txt' 'requirements-dev.txt --extra dev'; do
    # shellcheck disable=SC2086 # words of their own
    UV_CUSTOM_COMPILE_COMMAND='ci/stack.sh lock' "$python" -m uv pip compile --quiet --upgrade \
      --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
      pyproject.toml --output-file $lock
  done
}

case "${1:-}" in
  install) install ;;
  lint) lint ;;
  test) unit_tests ;;
  coverage) coverage ;;
  lock) lock ;;
  *)
    echo "usage: ci/stack.sh install | lint | test | coverage | lock" >&2
    exit 64
    ;;
esac
