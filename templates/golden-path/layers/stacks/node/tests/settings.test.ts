import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readSettings, WrongEnvironment } from '../src/settings.ts';

test('has a value for everything', () => {
  const { name } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as { name: string };
  assert.deepEqual(readSettings({ OTEL_EXPORTER_OTLP_ENDPOINT: '' }), {
    port: 8080,
    logLevel: 'info',
    serviceName: name,
    serviceVersion: 'dev',
    deploymentEnvironment: 'local',
    otlpEndpoint: undefined,
    rateLimitPerSecond: 500,
    shutdownGraceSeconds: 20,
    faultsEnabled: false,
    faultErrorRatio: 0,
    faultDelayMs: 0,
  });
});

for (const [variable, value] of [
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['PORT', '80.5'],
  ['LOG_LEVEL', 'loud'],
  ['SERVICE_NAME', 'Not A Name'],
  ['SERVICE_VERSION', 'a\nb'],
  ['DEPLOYMENT_ENVIRONMENT', 'x'.repeat(64)],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'hunter2'],
  ['RATE_LIMIT_PER_SECOND', '0'],
  ['SHUTDOWN_GRACE_SECONDS', '-1'],
  ['FAULTS_ENABLED', 'perhaps'],
  ['FAULT_ERROR_RATIO', '1.5'],
  ['FAULT_DELAY_MS', 'NaN'],
] as const) {
  test(`names ${variable} where it is ${JSON.stringify(value)}, but not the value`, () => {
    assert.throws(
      () => readSettings({ [variable]: value }),
      (error) =>
        error instanceof WrongEnvironment &&
        error.message.startsWith(`The environment variable ${variable} must be `) &&
        !error.message.includes('hunter2'),
    );
  });
}
