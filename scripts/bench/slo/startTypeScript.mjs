import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { onStop } from '../../process/stopping.mjs';
import { paths } from '../../setup/paths.mjs';

/**
 * Starts a TypeScript file of the backend with one JSON argument and waits for
 * the line of JSON that it prints.
 *
 * @param {{ file: string, argument: object, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ answer: any, stop: () => Promise<void> }>}
 */
export async function startTypeScript({ file, argument, env }) {
  const child = spawn(
    process.execPath,
    [
      '--require',
      join(paths.root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      join(paths.root, file),
      JSON.stringify(argument),
    ],
    { cwd: paths.root, env, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const forget = onStop(() => child.kill('SIGTERM'));
  const ended = new Promise(resolve => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    forget();
  };
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) {
      child.stdout.resume();
      return { answer: JSON.parse(line), stop };
    }
  }
  forget();
  throw new Error(`${file} ended without an answer`);
}
