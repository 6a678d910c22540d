#!/bin/sh
# Sends code and coverage to SonarQube, and waits for its quality gate.
# Sources, tests and reports are named in sonar-project.properties.
set -eu
. "$(dirname -- "$0")/lib.sh"
: "${SONAR_TOKEN:?must hold the token of the SonarQube project $SERVICE_NAME}"
SONAR_USER_HOME=${SONAR_USER_HOME:-/tmp/sonar}
export SONAR_USER_HOME
TOOL_ENV='SONAR_TOKEN SONAR_USER_HOME' tool sonar-scanner "$SONAR_IMAGE" \
  "-Dsonar.host.url=$SONAR_URL" "-Dsonar.projectKey=$SERVICE_NAME" \
  "-Dsonar.projectVersion=$(version)" -Dsonar.working.directory=reports/sonar \
  -Dsonar.qualitygate.wait=true
