import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manifests } from './installPackages.mjs';
import { paths } from './paths.mjs';

test('every package of the workspace counts, so that a changed one is installed', () => {
  const found = manifests(paths.root).map(file =>
    file.slice(paths.root.length + 1),
  );
  assert.equal(found[0], 'package.json');
  assert.ok(found.includes('packages/backend/package.json'));
  assert.ok(found.includes('plugins/slo-common/package.json'));
  assert.ok(found.includes('e2e-tests/package.json'));
});
