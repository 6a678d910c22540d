import assert from 'node:assert/strict';
import { test } from 'node:test';
import { npmCommand } from './npm.mjs';

test('the npm that runs the script is the npm that installs', () => {
  assert.deepEqual(npmCommand({ npm_execpath: '/opt/npm/bin/npm-cli.js' }), {
    command: process.execPath,
    args: ['/opt/npm/bin/npm-cli.js'],
  });
});

test('started by anything else, npm is looked up on PATH', () => {
  for (const npm_execpath of [undefined, '/opt/yarn/bin/yarn.js']) {
    assert.equal(npmCommand({ npm_execpath }).command, 'npm');
  }
});
