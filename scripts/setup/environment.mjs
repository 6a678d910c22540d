import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { paths } from './paths.mjs';

/** What npm tells the script that it runs is not meant for other programs. */
function withoutNpmsOwn(env) {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) =>
        !/^npm_(package|lifecycle)_/.test(name) &&
        !['npm_config_local_prefix', 'npm_command', 'INIT_CWD'].includes(name),
    ),
  );
}

/**
 * The environment of npm and Yarn: the user's own settings (registry, proxy,
 * certificates), but every cache inside the checkout.
 *
 * @param {{ env: NodeJS.ProcessEnv, runFolder: string }} options
 * @returns {NodeJS.ProcessEnv}
 */
export function installEnvironment({ env, runFolder }) {
  return {
    ...withoutNpmsOwn(env),
    PATH: [
      join(paths.runtime, 'bin'),
      join(paths.root, 'node_modules', '.bin'),
      env.PATH,
    ].join(delimiter),
    TMPDIR: join(runFolder, 'tmp'),
    npm_config_cache: join(paths.cache, 'npm'),
    npm_config_update_notifier: 'false',
    npm_config_fund: 'false',
    npm_config_audit: 'false',
    YARN_GLOBAL_FOLDER: join(paths.cache, 'yarn'),
    YARN_ENABLE_GLOBAL_CACHE: 'true',
    YARN_ENABLE_TELEMETRY: 'false',
    YARN_IGNORE_PATH: '1',
  };
}

/**
 * Where pip has its user's settings: it would look for them in a home that is
 * not the user's. Nothing where there are none.
 */
function pipSettings({ HOME, XDG_CONFIG_HOME, PIP_CONFIG_FILE }) {
  if (PIP_CONFIG_FILE || !HOME) {
    return {};
  }
  const file = [
    join(XDG_CONFIG_HOME || join(HOME, '.config'), 'pip', 'pip.conf'),
    join(HOME, 'Library', 'Application Support', 'pip', 'pip.conf'),
    join(HOME, '.pip', 'pip.conf'),
  ].find(existsSync);
  return file ? { PIP_CONFIG_FILE: file } : {};
}

/**
 * Maven keeps its packages in the home of whoever runs it, wherever HOME points,
 * and splits its options at spaces, quoted or not.
 */
function mavenOptions({ MAVEN_OPTS = '' }) {
  const packages = join(paths.cache, 'maven');
  return /\s/.test(packages)
    ? MAVEN_OPTS
    : `${MAVEN_OPTS} -Dmaven.repo.local=${packages}`.trim();
}

/**
 * The environment of the portal and of the suites. A home of their own keeps
 * programs under test, a browser for instance, out of the user's; package
 * managers find the user's settings, and keep their caches in the checkout.
 *
 * @param {{ env: NodeJS.ProcessEnv, runFolder: string }} options
 * @returns {NodeJS.ProcessEnv}
 */
export function programEnvironment(options) {
  mkdirSync(paths.home, { recursive: true });
  return {
    ...installEnvironment(options),
    ...pipSettings(options.env),
    MAVEN_OPTS: mavenOptions(options.env),
    HOME: paths.home,
    XDG_CACHE_HOME: join(paths.cache, 'xdg'),
    XDG_CONFIG_HOME: join(paths.home, '.config'),
    XDG_DATA_HOME: join(paths.home, '.local', 'share'),
    BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    BROWSER: 'none',
    NO_COLOR: '1',
  };
}
