import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { bringDebianPrograms } from './debianPrograms.mjs';
import { ProgramMissing } from './ProgramMissing.mjs';

const folder = mkdtempSync(join(tmpdir(), 'programs-'));
after(() => rmSync(folder, { recursive: true }));
const program = name => {
  writeFileSync(join(folder, name), '');
  chmodSync(join(folder, name), 0o755);
  return join(folder, name);
};
const PROMETHEUS_BIN = program('prometheus-3');
const PROMTOOL_BIN = program('promtool');

test('programs that the environment names win', async () => {
  const env = { PATH: folder, PROMETHEUS_BIN, PROMTOOL_BIN };
  assert.deepEqual(await bringDebianPrograms({ name: 'prometheus', env }), {
    PROMETHEUS_BIN,
    PROMTOOL_BIN,
  });
});

test('the one that is not named comes from PATH', async () => {
  const env = { PATH: folder, PROMETHEUS_BIN };
  assert.equal(
    (await bringDebianPrograms({ name: 'prometheus', env })).PROMTOOL_BIN,
    PROMTOOL_BIN,
  );
});

test('a named program that is not there is missing, never replaced by another', async () => {
  const env = { PATH: folder, PROMETHEUS_BIN: '/no/such/prometheus' };
  await assert.rejects(
    bringDebianPrograms({ name: 'prometheus', env }),
    error => {
      assert.ok(error instanceof ProgramMissing);
      assert.match(error.message, /PROMETHEUS_BIN and PROMTOOL_BIN/);
      return true;
    },
  );
});

test('a program that comes alone is found by either of its names', async () => {
  const VICTORIA_METRICS_BIN = program('victoria-metrics-prod');
  const env = { PATH: folder, VICTORIA_METRICS_BIN };
  assert.deepEqual(
    await bringDebianPrograms({ name: 'victoria-metrics', env }),
    { VICTORIA_METRICS_BIN },
  );
});
