import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findOrBring } from './findOrBring.mjs';
import { ProgramMissing } from './ProgramMissing.mjs';

const folder = mkdtempSync(join(tmpdir(), 'programs-'));
after(() => rmSync(folder, { recursive: true }));
const program = name => {
  writeFileSync(join(folder, name), '');
  chmodSync(join(folder, name), 0o755);
  return join(folder, name);
};
const onPath = program('redis-server');
const named = program('valkey-server');
const find = (env, bring = async () => assert.fail('is not needed')) =>
  findOrBring({
    variable: 'REDIS_SERVER_BIN',
    program: 'redis-server',
    source: 'in the shop',
    bring,
    env,
  });

test('the program that the environment names wins', async () => {
  const env = { PATH: folder, REDIS_SERVER_BIN: named };
  assert.deepEqual(await find(env), { REDIS_SERVER_BIN: named });
});

test('else the one on PATH is taken', async () => {
  assert.deepEqual(await find({ PATH: folder }), { REDIS_SERVER_BIN: onPath });
});

test('else one is brought', async () => {
  assert.deepEqual(await find({ PATH: '' }, async () => '/brought'), {
    REDIS_SERVER_BIN: '/brought',
  });
});

test('a sentence says what to do where none can be had', async () => {
  await assert.rejects(
    find({ PATH: '' }, async () => undefined),
    error => {
      assert.ok(error instanceof ProgramMissing);
      assert.equal(
        error.message,
        'redis-server is neither on PATH nor in the shop: install it, or name it with REDIS_SERVER_BIN.',
      );
      return true;
    },
  );
});

test('a named one that is not there is missing, never replaced by another', async () => {
  const env = { PATH: folder, REDIS_SERVER_BIN: '/no/such/redis' };
  await assert.rejects(find(env), error => {
    assert.ok(error instanceof ProgramMissing);
    assert.match(error.message, /REDIS_SERVER_BIN/);
    return true;
  });
});
