import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from '../console/say.mjs';
import { onStop } from '../process/stopping.mjs';

/**
 * Decides where PostgreSQL runs and as whom. It refuses to run as root, so root
 * starts it as nobody; nobody may have no way into the checkout, and then the
 * programs and the data lie in the machine's folder for temporary files until
 * the end of the run.
 *
 * @param {{ native: string, runFolder: string }} options native: the folder with
 *   bin/ and lib/
 * @returns {{ native: string, data: string, user: { uid?: number, gid?: number } }}
 *   data: a folder that does not exist yet, in one that the user may write to
 */
export function placeForPostgres({ native, runFolder }) {
  for (const program of readdirSync(join(native, 'bin'))) {
    chmodSync(join(native, 'bin', program), 0o755);
  }
  // several benches of one run have one each
  const own = mkdtempSync(join(runFolder, 'postgres-'));
  if (process.getuid() !== 0) {
    return { native, data: join(own, 'data'), user: {} };
  }

  const user = nobody();
  chownSync(own, user.uid, user.gid);
  if (canUse({ native, folder: own, user })) {
    return { native, data: join(own, 'data'), user };
  }

  const outside = mkdtempSync(join(tmpdir(), 'plimsoll-postgres-'));
  onStop(() => rmSync(outside, { recursive: true, force: true }));
  say(
    `PostgreSQL does not run as root and nobody else may enter this folder, so it runs in ${outside} and is removed afterwards.`,
  );
  const copy = join(outside, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  openToAll(outside);
  mkdirSync(join(outside, 'own'), { mode: 0o700 });
  chownSync(join(outside, 'own'), user.uid, user.gid);
  return { native: copy, data: join(outside, 'own', 'data'), user };
}

/** The account without rights that every Unix has. */
function nobody() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(entry => entry.startsWith('nobody:'));
  const [, , uid, gid] = (line ?? 'nobody:x:65534:65534').split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

function canUse({ native, folder, user }) {
  const options = {
    ...user,
    cwd: '/',
    env: { LD_LIBRARY_PATH: join(native, 'lib') },
  };
  return (
    spawnSync(join(native, 'bin', 'postgres'), ['--version'], options)
      .status === 0 &&
    spawnSync(
      '/bin/sh',
      ['-c', 'cd "$1" && : > probe && rm probe', 'sh', folder],
      options,
    ).status === 0
  );
}

function openToAll(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      openToAll(path);
    } else if (entry.isFile()) {
      chmodSync(path, folder.endsWith('/bin') ? 0o755 : 0o644);
    }
  }
}
