import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runOrFail } from '../process/run.mjs';
import { paths } from '../setup/paths.mjs';
import { clusterBin, clusterFolder } from './clusterPrograms.mjs';
import { loosenModule } from './loosenModule.mjs';

/**
 * Builds programs of a Go module. The module is copied first, since Go keeps
 * the original read-only and its requirements have to be written anew.
 *
 * @param {object} options
 * @param {typeof import('./clusterPrograms.mjs').builtPrograms[number]} options.program
 * @param {NodeJS.ProcessEnv} options.env Go's
 */
export async function buildFromModule({ program, env }) {
  const { name, module, version, release, commands, kept = [] } = program;
  const log = join(paths.logs, `build-${name}.log`);
  const source = join(clusterFolder, 'source', name);
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
  mkdirSync(clusterBin, { recursive: true });
  await go(
    `${name} could not be built.`,
    'build',
    '-mod=mod',
    '-trimpath',
    '-ldflags=-s -w',
    '-o',
    `${clusterBin}/`,
    ...commands,
  );
  for (const folder of kept) {
    const target = join(clusterFolder, 'files', name, folder);
    rmSync(target, { recursive: true, force: true });
    cpSync(join(source, folder), target, { recursive: true });
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
