import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paths } from '../setup/paths.mjs';
import { goEnvironment } from './goEnvironment.mjs';

test("Go keeps the user's proxy and flags and writes only into the checkout", () => {
  const env = goEnvironment({
    GOPROXY: 'https://proxy.example.com',
    GOFLAGS: '-p=1',
    GOPATH: '/home/me/go',
    GOCACHE: '/home/me/.cache/go-build',
  });
  assert.equal(env.GOPROXY, 'https://proxy.example.com');
  assert.match(env.GOFLAGS, / -p=1$/);
  for (const folder of [env.GOPATH, env.GOCACHE]) {
    assert.ok(folder.startsWith(paths.tools));
  }
});

test('no other Go is downloaded', () => {
  assert.equal(goEnvironment({}).GOTOOLCHAIN, 'local');
});
