import { readdirSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayWhile } from '../console/say.mjs';
import { runOrFail } from '../process/run.mjs';
import { doOnce, fingerprint } from './fingerprint.mjs';
import { paths } from './paths.mjs';

/** The package.json of the root and of every workspace, in a fixed order. */
export function manifests(root) {
  const { workspaces } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const folders = workspaces.flatMap(pattern =>
    pattern.endsWith('/*')
      ? readdirSync(join(root, pattern.slice(0, -2)))
          .sort()
          .map(name => join(pattern.slice(0, -2), name))
      : [pattern],
  );
  return ['.', ...folders]
    .map(folder => join(root, folder, 'package.json'))
    .filter(existsSync);
}

/**
 * Installs exactly what yarn.lock names, when it or a package.json has changed
 * since the last time.
 *
 * @param {{ env: NodeJS.ProcessEnv }} options
 */
export async function installPackages({ env }) {
  await doOnce({
    stamp: join(paths.root, 'node_modules', '.plimsoll-install'),
    print: () =>
      fingerprint({
        files: [
          join(paths.root, 'yarn.lock'),
          join(paths.root, '.yarnrc.yml'),
          ...manifests(paths.root),
        ],
        words: [process.platform, process.arch],
      }),
    work: () =>
      sayWhile('installing packages (one to two minutes the first time)', () =>
        runOrFail({
          command: join(paths.runtime, 'bin', 'yarn'),
          args: ['install', '--immutable'],
          cwd: paths.root,
          env,
          log: join(paths.logs, 'install.log'),
          failure:
            'The packages could not be installed: if a package.json has changed, run "npm run yarn -- install", else look whether this machine reaches its npm registry.',
        }),
      ),
  });
}
