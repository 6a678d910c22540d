import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { findOnPath } from './findOnPath.mjs';
import { paths } from '../setup/paths.mjs';
import { run } from '../process/run.mjs';

/**
 * apt's settings for a download that writes nothing outside the folder: caches
 * of its own, no change of user, none of the machine's hooks.
 */
const SETTINGS = folder => `
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
APT::Sandbox::User "root";
Dir::Cache "${folder}/cache";
`;

/** Whether this machine can unpack Debian packages at all. */
export function canUnpackDebian() {
  return ['apt-get', 'dpkg'].every(name => findOnPath([name]) !== undefined);
}

/**
 * Downloads Debian packages from the machine's own sources and unpacks them
 * into a folder. Nothing is installed and nobody's rights are needed. apt's own
 * package lists are read first; if they are missing or too old, lists of our own
 * are fetched.
 *
 * @param {{ packages: string[], into: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<boolean>} false when the packages cannot be had
 */
export async function unpackDebian({ packages, into, env }) {
  const work = join(paths.peers, 'apt');
  const log = join(paths.logs, 'apt.log');
  const lists = join(work, 'lists');
  const settings = join(work, 'apt.conf');
  rmSync(work, { recursive: true, force: true });
  for (const folder of [
    work,
    join(lists, 'partial'),
    join(work, 'cache', 'archives', 'partial'),
  ]) {
    mkdirSync(folder, { recursive: true });
  }
  writeFileSync(settings, SETTINGS(work));

  const apt = (...args) =>
    run({
      command: 'apt-get',
      args: ['-q', '-c', settings, ...args],
      cwd: work,
      env,
      log,
      append: true,
    });
  const ownLists = ['-o', `Dir::State::Lists=${lists}`];
  const downloaded =
    (await apt('download', ...packages)) === 0 ||
    ((await apt(...ownLists, 'update')) === 0 &&
      (await apt(...ownLists, 'download', ...packages)) === 0);
  if (!downloaded) {
    return false;
  }

  rmSync(into, { recursive: true, force: true });
  for (const file of readdirSync(work).filter(name => name.endsWith('.deb'))) {
    await run({
      command: 'dpkg',
      args: ['-x', join(work, file), into],
      env,
      log,
      append: true,
    });
  }
  rmSync(work, { recursive: true, force: true });
  return existsSync(into);
}
