import { join } from 'node:path';
import { bringGoPrograms } from '../go/bringGoPrograms.mjs';
import { paths } from '../setup/paths.mjs';

/** The version of the image that generated pipelines run. */
const PROGRAM = {
  name: 'k6',
  module: 'go.k6.io/k6',
  version: 'v1.8.1',
  oldestGo: '1.25',
  commands: ['.'],
  minutes: 3,
};

/**
 * Builds k6 from its Go module, once. Debian has none.
 *
 * @param {{ env: NodeJS.ProcessEnv }} options
 * @returns {Promise<NodeJS.ProcessEnv>} K6_BIN
 * @throws {import('./ProgramMissing.mjs').ProgramMissing} without Go
 */
export async function bringK6({ env }) {
  const { bin } = await bringGoPrograms({
    programs: [PROGRAM],
    folder: join(paths.tools, 'k6'),
    env,
  });
  return { K6_BIN: join(bin, 'k6') };
}
