import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runOrFail } from '../process/run.mjs';
import { paths } from '../setup/paths.mjs';
import { loosenModule } from './loosenModule.mjs';

/**
 * Programs that are built from one Go module.
 *
 * @typedef {object} GoProgram
 * @property {string} name
 * @property {string} module
 * @property {string} version
 * @property {string} oldestGo the oldest Go that builds it
 * @property {{ prefix: string, version: string }} [release] the version of its
 *   sister modules, where it names them v0.0.0
 * @property {string[]} commands its packages, for instance `./cmd/kwok`; none
 *   where only its files are wanted
 * @property {Record<string, string>} [variables] values of string variables of
 *   Go, by package and name
 * @property {string[]} [kept] folders of the module that are needed later
 * @property {number} minutes what it took on two idle cores with nothing in
 *   Go's caches
 */

/**
 * Builds programs of a Go module into `bin` below the folder, and keeps what is
 * to be kept in `files`. The module is copied first, since Go keeps the original
 * read-only and its requirements may have to be written anew.
 *
 * @param {object} options
 * @param {GoProgram} options.program
 * @param {string} options.folder
 * @param {NodeJS.ProcessEnv} options.env Go's
 */
export async function buildFromModule({ program, folder, env }) {
  const { name, module, version, release, commands } = program;
  const { kept = [], variables = {} } = program;
  const log = join(paths.logs, `build-${name}.log`);
  const source = join(folder, 'source', name);
  const bin = join(folder, 'bin');
  const go = (failure, ...args) =>
    runOrFail({
      command: 'go',
      args,
      cwd: source,
      env,
      log,
      append: true,
      failure,
    });
  rmSync(source, { recursive: true, force: true });
  rmSync(log, { force: true });
  mkdirSync(source, { recursive: true });
  await go(
    `${module} could not be downloaded from the Go module proxy.`,
    'mod',
    'download',
    `${module}@${version}`,
  );
  cpSync(moduleFolder({ env, module, version }), source, { recursive: true });
  const flags = loosenModule({
    module: JSON.parse(
      execFileSync('go', ['mod', 'edit', '-json'], { cwd: source, env }),
    ),
    release,
  });
  if (flags.length > 0) {
    await go(
      `go.mod of ${module} could not be changed.`,
      'mod',
      'edit',
      ...flags,
    );
  }
  mkdirSync(bin, { recursive: true });
  const settings = Object.entries(variables).map(
    ([variable, value]) => ` -X ${variable}=${value}`,
  );
  // of some modules only files are wanted
  if (commands.length > 0) {
    await go(
      `${name} could not be built.`,
      'build',
      '-mod=mod',
      '-trimpath',
      `-ldflags=-s -w${settings.join('')}`,
      '-o',
      `${bin}/`,
      ...commands,
    );
  }
  for (const one of kept) {
    const target = join(folder, 'files', name, one);
    rmSync(target, { recursive: true, force: true });
    cpSync(join(source, one), target, { recursive: true });
  }
  rmSync(source, { recursive: true, force: true });
}

/** Where Go keeps the module; capital letters are written as `!a`. */
function moduleFolder({ env, module, version }) {
  const escaped = module.replace(
    /[A-Z]/g,
    letter => `!${letter.toLowerCase()}`,
  );
  return join(env.GOPATH, 'pkg', 'mod', `${escaped}@${version}`);
}
