import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { forgePassword } from './forgePassword.mjs';

test('a password of its own for each checkout, the same at every start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forge-password-'));
  try {
    const data = join(folder, 'data');
    const password = forgePassword(data);
    assert.match(password, /^[0-9a-f]{32}$/);
    assert.equal(forgePassword(data), password);
    assert.notEqual(forgePassword(join(folder, 'other')), password);
    const { mode } = statSync(join(data, 'forge-password'));
    assert.equal(mode % 0o1000, 0o600);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
