import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sayWhile } from '../console/say.mjs';
import { findOnPath } from '../peers/findOnPath.mjs';
import { ProgramMissing } from '../peers/ProgramMissing.mjs';
import { canUnpackDebian, unpackDebian } from '../peers/unpackDebian.mjs';
import { clusterFolder } from './clusterPrograms.mjs';

/**
 * Finds etcd: the one that ETCD_BIN names, else Debian's, unpacked into .tools,
 * else the one on PATH.
 *
 * @param {{ env: NodeJS.ProcessEnv }} options
 * @returns {Promise<string>} its path
 * @throws {ProgramMissing}
 */
export async function bringEtcd({ env }) {
  if (env.ETCD_BIN) {
    return env.ETCD_BIN;
  }
  const folder = join(clusterFolder, 'etcd');
  mkdirSync(clusterFolder, { recursive: true });
  const unpacked = () => findOnPath(['etcd'], join(folder, 'usr', 'bin'));
  if (!unpacked() && canUnpackDebian()) {
    await sayWhile("unpacking Debian's etcd into .tools/cluster", () =>
      unpackDebian({ packages: ['etcd-server'], into: folder, env }),
    );
  }
  const found = unpacked() ?? findOnPath(['etcd'], env.PATH);
  if (!found) {
    throw new ProgramMissing(
      "etcd is neither on PATH nor among this machine's Debian packages: install it, or name it with ETCD_BIN.",
    );
  }
  return found;
}
