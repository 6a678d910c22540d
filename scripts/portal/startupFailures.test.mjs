import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startupFailures } from './startupFailures.mjs';

const WHY =
  "slo.sources.main.type is 'promtheus', which nothing installed brings; use 'prometheus'";

test('what a plugin said stands alone', () => {
  const log = [
    `2026-11-21T15:38:14.768Z backstage error Plugin 'slo' threw an error during startup, waiting for 1 other plugins`,
    '2026-11-21T15:38:15.436Z backstage error Unhandled rejection Backend startup failed due to the following errors:',
    `  Plugin 'slo' startup failed; caused by InputError: ${WHY} type="unhandledRejection" cause=undefined stack="BackendStartupError: Backend startup failed due to the following errors:\\n  Plugin 'slo' startup failed; caused by InputError: ${WHY}\\n    at x"`,
  ].join('\n');
  assert.deepEqual(startupFailures(log), [`slo: ${WHY}`]);
});

test('each plugin and module has its line, once', () => {
  const line = "  Plugin 'cost' startup failed; caused by Error: no bill";
  assert.deepEqual(
    startupFailures(
      [
        line,
        "  Module 'demo' for plugin 'slo' startup failed; caused by TypeError: x is not a function",
        line,
      ].join('\n'),
    ),
    ['cost: no bill', 'demo: x is not a function'],
  );
});

test('a log without failures gives none', () => {
  assert.deepEqual(startupFailures('Listening on :7007'), []);
});
