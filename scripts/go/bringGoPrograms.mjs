import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { say, sayWhile } from '../console/say.mjs';
import { findOnPath } from '../peers/findOnPath.mjs';
import { ProgramMissing } from '../peers/ProgramMissing.mjs';
import { doOnce, fingerprint } from '../setup/fingerprint.mjs';
import { paths } from '../setup/paths.mjs';
import { buildFromModule } from './buildFromModule.mjs';
import { goCaches, goEnvironment } from './goEnvironment.mjs';

/**
 * Builds programs from Go modules into a folder of the checkout. What was built
 * once is not built again until its version changes.
 *
 * @param {object} options
 * @param {import('./buildFromModule.mjs').GoProgram[]} options.programs in the
 *   order in which they are built
 * @param {string} options.folder
 * @param {NodeJS.ProcessEnv} options.env the user's
 * @returns {Promise<{ bin: string, files: string }>} where the programs and the
 *   files that belong to them are
 * @throws {ProgramMissing} when there is something to build, and no Go
 */
export async function bringGoPrograms({ programs, folder, env }) {
  const bin = join(folder, 'bin');
  for (const program of programs) {
    await doOnce({
      stamp: join(bin, `${program.name}.stamp`),
      print: () => printOf(program),
      work: () => build({ program, folder, env }),
    });
  }
  // only a build needs them
  for (const cache of goCaches) {
    rmSync(join(folder, cache), { recursive: true, force: true });
  }
  return { bin, files: join(folder, 'files') };
}

/** Changes with all that the build depends on. */
function printOf(program) {
  return fingerprint({
    files: [],
    words: [JSON.stringify({ ...program, oldestGo: undefined, minutes: 0 })],
  });
}

async function build({ program, folder, env }) {
  const { name, version, minutes, oldestGo } = program;
  if (!findOnPath(['go'], env.PATH)) {
    throw new ProgramMissing(
      `${name} ${version} has to be built, and Go is not on PATH: install Go ${oldestGo} or newer.`,
    );
  }
  const startedAt = Date.now();
  await sayWhile(
    `building ${name} ${version} into ${relative(
      paths.root,
      folder,
    )} (once; about ${minutes} minutes on two idle cores)`,
    () =>
      buildFromModule({ program, folder, env: goEnvironment({ env, folder }) }),
    { everySeconds: 60 },
  );
  const took = Math.round((Date.now() - startedAt) / 1000);
  say(`built ${name} ${version} in ${took} s`);
}
