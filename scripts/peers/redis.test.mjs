import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ProgramMissing } from './ProgramMissing.mjs';
import { bringRedis } from './redis.mjs';

const folder = mkdtempSync(join(tmpdir(), 'redis-'));
after(() => rmSync(folder, { recursive: true }));
const program = name => {
  writeFileSync(join(folder, name), '');
  chmodSync(join(folder, name), 0o755);
  return join(folder, name);
};
const onPath = program('redis-server');
const named = program('valkey-server');

test('the Redis that the environment names wins', async () => {
  const env = { PATH: folder, REDIS_SERVER_BIN: named };
  assert.deepEqual(await bringRedis({ env }), { REDIS_SERVER_BIN: named });
});

test('else the one on PATH is taken', async () => {
  assert.deepEqual(await bringRedis({ env: { PATH: folder } }), {
    REDIS_SERVER_BIN: onPath,
  });
});

test('a named one that is not there is missing, never replaced by another', async () => {
  const env = { PATH: folder, REDIS_SERVER_BIN: '/no/such/redis' };
  await assert.rejects(bringRedis({ env }), error => {
    assert.ok(error instanceof ProgramMissing);
    assert.match(error.message, /REDIS_SERVER_BIN/);
    return true;
  });
});
