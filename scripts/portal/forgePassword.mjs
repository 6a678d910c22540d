import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The password with which the portal of this checkout writes to its local
 * forge. Made at the first start and kept beside its data, so that clones of a
 * person go on working; no other user of the machine may read it.
 *
 * @param {string} data folder of the portal's data, which git ignores
 * @returns {string} 32 hexadecimal digits
 */
export function forgePassword(data) {
  const file = join(data, 'forge-password');
  mkdirSync(data, { recursive: true });
  try {
    // fails where there is one: two starts never make two
    writeFileSync(file, `${randomBytes(16).toString('hex')}\n`, {
      flag: 'wx',
      mode: 0o600,
    });
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}
