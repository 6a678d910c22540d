import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findOnPath } from './findOnPath.mjs';

const folder = mkdtempSync(join(tmpdir(), 'path-'));
after(() => rmSync(folder, { recursive: true }));
for (const [name, mode] of [
  ['amtool', 0o755],
  ['promtool', 0o644],
]) {
  writeFileSync(join(folder, name), '');
  chmodSync(join(folder, name), mode);
}
const path = `/no/such/folder:${folder}`;

test('finds a program by any of its names', () => {
  assert.equal(
    findOnPath(['alertmanager', 'amtool'], path),
    join(folder, 'amtool'),
  );
});

test('a file that cannot be run is no program', () => {
  assert.equal(findOnPath(['promtool'], path), undefined);
});
