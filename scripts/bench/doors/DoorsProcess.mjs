import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { onStop } from '../../process/stopping.mjs';
import { paths } from '../../setup/paths.mjs';

const FILE =
  'plugins/stability-backend/src/doors/__testUtils__/doorsProcess.ts';

/** A process with doors, which may be killed without a warning. */
export class DoorsProcess {
  port;
  #child;
  #forget;

  /** @param {{ argument: object, env: NodeJS.ProcessEnv }} options */
  static async start({ argument, env }) {
    const child = spawn(
      process.execPath,
      [
        '--require',
        join(
          paths.root,
          'node_modules/@backstage/cli/config/nodeTransform.cjs',
        ),
        join(paths.root, FILE),
        JSON.stringify(argument),
      ],
      { cwd: paths.root, env, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const started = new DoorsProcess(child);
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('{')) {
        started.port = JSON.parse(line).port;
        child.stdout.resume();
        return started;
      }
    }
    throw new Error(`${FILE} ended before it listened`);
  }

  constructor(child) {
    this.#child = child;
    this.#forget = onStop(() => child.kill('SIGKILL'));
  }

  /** Ends it at once: nothing in it is told. */
  async kill() {
    const ended = new Promise(resolve => this.#child.once('exit', resolve));
    this.#child.kill('SIGKILL');
    await ended;
    this.#forget();
  }
}
