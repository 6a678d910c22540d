import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readTail } from './readTail.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tail-'));
after(() => rmSync(folder, { recursive: true }));

test('gives the last lines without colours', () => {
  const file = join(folder, 'log');
  writeFileSync(file, 'one\n\u001b[31mtwo\u001b[0m\nthree\n\n');
  assert.equal(readTail(file, { lines: 2 }), 'two\nthree');
});

test('a log that was never written is empty', () => {
  assert.equal(readTail(join(folder, 'none'), { lines: 2 }), '');
});
