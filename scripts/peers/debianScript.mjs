import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayWhile } from '../console/say.mjs';
import { paths } from '../setup/paths.mjs';
import { canUnpackDebian, unpackDebian } from './unpackDebian.mjs';

/** Where a sentence says that {@link bringDebianScript} has looked. */
export const AMONG_DEBIANS = "among this machine's Debian packages";

/**
 * Unpacks a program of Debian's that needs more than its own file, with a script
 * beside it that starts it: what it needs lies beside it and not in the machine.
 *
 * @param {object} options
 * @param {string} options.program its name
 * @param {string[]} options.packages its own, and those that it needs
 * @param {(folder: string) => string | undefined} options.command what starts
 *   the program where its packages lie; nothing where that cannot be
 * @param {NodeJS.ProcessEnv} options.env
 * @returns {Promise<string | undefined>} the script; nothing where it cannot be
 *   had
 */
export async function bringDebianScript({ program, packages, command, env }) {
  const folder = join(paths.peers, program);
  const script = join(folder, `plimsoll-${program}`);
  if (existsSync(script)) {
    return script;
  }
  if (!canUnpackDebian()) {
    return undefined;
  }
  rmSync(folder, { recursive: true, force: true });
  const isThere = await sayWhile(
    `unpacking Debian's ${program} into .tools/peers`,
    () => unpackDebian({ packages, into: folder, env }),
  );
  const line = isThere ? command(folder) : undefined;
  if (!line) {
    return undefined;
  }
  writeFileSync(script, `#!/bin/sh\n${line} "$@"\n`);
  chmodSync(script, 0o755);
  return script;
}
