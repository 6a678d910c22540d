import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runOrFail } from '../process/run.mjs';
import { paths } from './paths.mjs';

/**
 * How to call npm: the one that runs this script, else the one on PATH.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function npmCommand(env) {
  const script = env.npm_execpath;
  return script && basename(script) === 'npm-cli.js'
    ? { command: process.execPath, args: [script] }
    : { command: 'npm', args: [] };
}

/**
 * Installs exactly what a folder's package-lock.json names into another folder.
 * No package's script is run.
 *
 * @param {{ from: string, into: string, flags?: string[], env: NodeJS.ProcessEnv }} options
 */
export async function npmCi({ from, into, flags = [], env }) {
  mkdirSync(into, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    copyFileSync(join(from, file), join(into, file));
  }
  const { command, args } = npmCommand(process.env);
  await runOrFail({
    command,
    args: [...args, 'ci', '--ignore-scripts', ...flags],
    cwd: into,
    env,
    log: join(paths.logs, `npm-${basename(from)}.log`),
    failure:
      'npm could not install what is needed: look whether this machine reaches its npm registry, then run again.',
  });
}
