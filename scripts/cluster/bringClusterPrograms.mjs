import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { say, sayWhile } from '../console/say.mjs';
import { findOnPath } from '../peers/findOnPath.mjs';
import { ProgramMissing } from '../peers/ProgramMissing.mjs';
import { doOnce, fingerprint } from '../setup/fingerprint.mjs';
import { bringEtcd } from './bringEtcd.mjs';
import { buildFromModule } from './buildFromModule.mjs';
import {
  builtPrograms,
  clusterBin,
  clusterFolder,
} from './clusterPrograms.mjs';
import { goEnvironment } from './goEnvironment.mjs';

/**
 * Brings the programs of a Kubernetes control plane: etcd, and what is built
 * from Go modules. What was built once is not built again until its version
 * changes. No root and no containers are needed.
 *
 * @param {{ env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ etcd: string, bin: string, files: string }>} where etcd,
 *   the other programs and the files that belong to them are
 * @throws {ProgramMissing}
 */
export async function bringClusterPrograms({ env }) {
  const etcd = await bringEtcd({ env });
  for (const program of builtPrograms) {
    await doOnce({
      stamp: join(clusterBin, `${program.name}.stamp`),
      print: () =>
        fingerprint({
          files: [],
          words: [JSON.stringify({ ...program, minutes: 0 })],
        }),
      work: () => build(program, env),
    });
  }
  // several gigabytes that only a build needs
  for (const cache of ['go', 'go-build']) {
    rmSync(join(clusterFolder, cache), { recursive: true, force: true });
  }
  return { etcd, bin: clusterBin, files: join(clusterFolder, 'files') };
}

async function build(program, env) {
  const { name, version, minutes } = program;
  if (!findOnPath(['go'], env.PATH)) {
    throw new ProgramMissing(
      `${name} ${version} has to be built, and Go is not on PATH: install Go 1.24 or newer.`,
    );
  }
  const startedAt = Date.now();
  await sayWhile(
    `building ${name} ${version} into .tools/cluster (once; about ${minutes} minutes on two idle cores)`,
    () => buildFromModule({ program, env: goEnvironment(env) }),
    { everySeconds: 60 },
  );
  const took = Math.round((Date.now() - startedAt) / 1000);
  say(`built ${name} ${version} in ${took} s`);
}
