import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { onStop } from '../process/stopping.mjs';
import { paths } from './paths.mjs';

const PORTAL_MARK = 'portal';

function isAlive(name) {
  try {
    process.kill(Number(name), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Makes a folder for this process's temporary files and throw-away databases.
 * It is removed when the process stops; folders that a killed process left
 * behind are removed as well.
 *
 * @returns {string} its path
 */
export function createRunFolder() {
  mkdirSync(paths.run, { recursive: true });
  for (const name of readdirSync(paths.run)) {
    if (!isAlive(name)) {
      rmSync(join(paths.run, name), { recursive: true, force: true });
    }
  }
  const folder = join(paths.run, String(process.pid));
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  onStop(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/**
 * Says that the process of this run folder serves the portal from data/.
 *
 * @param {string} runFolder
 */
export function markPortalRunning(runFolder) {
  writeFileSync(join(runFolder, PORTAL_MARK), '');
}

/** Whether `npm start` runs in this checkout now. */
export function isPortalRunning() {
  return (
    existsSync(paths.run) &&
    readdirSync(paths.run).some(
      name => isAlive(name) && existsSync(join(paths.run, name, PORTAL_MARK)),
    )
  );
}
