import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { installEnvironment, programEnvironment } from './environment.mjs';
import { paths } from './paths.mjs';

const env = {
  HOME: '/home/ada',
  PATH: '/usr/bin',
  https_proxy: 'proxy.example.com',
  npm_config_userconfig: '/home/ada/.npmrc',
  npm_config_local_prefix: '/elsewhere',
  npm_package_name: 'plimsoll',
  npm_lifecycle_event: 'test',
};
const runFolder = `${paths.run}/1`;

test("npm and Yarn keep the user's settings and write inside the checkout", () => {
  const install = installEnvironment({ env, runFolder });
  assert.equal(install.HOME, '/home/ada');
  assert.equal(install.https_proxy, 'proxy.example.com');
  assert.equal(install.npm_config_userconfig, '/home/ada/.npmrc');
  for (const name of ['TMPDIR', 'npm_config_cache', 'YARN_GLOBAL_FOLDER']) {
    assert.ok(install[name].startsWith(paths.tools), name);
  }
});

test('what npm says about its own run is not passed on', () => {
  const install = installEnvironment({ env, runFolder });
  assert.equal(install.npm_package_name, undefined);
  assert.equal(install.npm_lifecycle_event, undefined);
  assert.equal(install.npm_config_local_prefix, undefined);
});

test("our Node comes before the machine's", () => {
  const [first, ...rest] = installEnvironment({ env, runFolder }).PATH.split(
    ':',
  );
  assert.equal(first, `${paths.runtime}/bin`);
  assert.equal(rest.at(-1), '/usr/bin');
});

test('programs under test have a home and caches inside the checkout', () => {
  const program = programEnvironment({ env, runFolder });
  for (const name of [
    'HOME',
    'XDG_CACHE_HOME',
    'XDG_CONFIG_HOME',
    'XDG_DATA_HOME',
    'TMPDIR',
  ]) {
    assert.ok(program[name].startsWith(paths.tools), name);
  }
  assert.equal(program.BACKSTAGE_TEST_DISABLE_DOCKER, '1');
});

test("package managers find the user's settings, and keep packages in the checkout", () => {
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  const settings = join(home, '.config', 'pip', 'pip.conf');
  const pipOf = given =>
    programEnvironment({ env: { ...env, HOME: home, ...given }, runFolder })
      .PIP_CONFIG_FILE;
  try {
    assert.equal(pipOf({}), undefined);
    mkdirSync(dirname(settings), { recursive: true });
    writeFileSync(settings, '');
    assert.equal(pipOf({}), settings);
    assert.equal(pipOf({ PIP_CONFIG_FILE: '/etc/mine' }), '/etc/mine');
  } finally {
    rmSync(home, { recursive: true });
  }
  assert.equal(
    programEnvironment({ env: { ...env, MAVEN_OPTS: '-Xmx1g' }, runFolder })
      .MAVEN_OPTS,
    /\s/.test(paths.cache)
      ? '-Xmx1g'
      : `-Xmx1g -Dmaven.repo.local=${paths.cache}/maven`,
  );
});
