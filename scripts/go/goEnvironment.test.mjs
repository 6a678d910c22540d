import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goEnvironment } from './goEnvironment.mjs';

const folder = '/checkout/.tools/cluster';

test("Go keeps the user's proxy and flags and writes only into the folder", () => {
  const env = goEnvironment({
    folder,
    env: {
      GOPROXY: 'https://proxy.example.com',
      GOFLAGS: '-p=1',
      GOPATH: '/home/me/go',
      GOCACHE: '/home/me/.cache/go-build',
    },
  });
  assert.equal(env.GOPROXY, 'https://proxy.example.com');
  assert.match(env.GOFLAGS, / -p=1$/);
  for (const written of [env.GOPATH, env.GOCACHE]) {
    assert.ok(written.startsWith(`${folder}/`));
  }
});

test('no other Go is downloaded', () => {
  assert.equal(goEnvironment({ env: {}, folder }).GOTOOLCHAIN, 'local');
});
