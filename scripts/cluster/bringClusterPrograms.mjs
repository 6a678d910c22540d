import { bringGoPrograms } from '../go/bringGoPrograms.mjs';
import { bringDebianPrograms } from '../peers/debianPrograms.mjs';
import { builtPrograms, clusterFolder } from './clusterPrograms.mjs';

/**
 * Brings the programs of a Kubernetes control plane: etcd, and what is built
 * from Go modules. No root and no containers are needed.
 *
 * @param {{ env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ etcd: string, bin: string, files: string }>} where etcd,
 *   the other programs and the files that belong to them are
 * @throws {import('../peers/ProgramMissing.mjs').ProgramMissing}
 */
export async function bringClusterPrograms({ env }) {
  const { ETCD_BIN } = await bringDebianPrograms({ name: 'etcd', env });
  const built = await bringGoPrograms({
    programs: builtPrograms,
    folder: clusterFolder,
    env,
  });
  return { etcd: ETCD_BIN, ...built };
}
