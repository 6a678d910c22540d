import { spawn } from 'node:child_process';
import { GitFailure } from './GitFailure';
import { gitEnvironment } from './gitEnvironment';

/** What one command may print, bytes. */
const MOST_OUTPUT = 20 * 1024 * 1024;

/** What to run, and with what. */
export interface GitCommand {
  args: readonly string[];
  input?: string | Buffer;
  /** Added to the environment, for example an index of its own. */
  env?: Record<string, string>;
  /** Exit codes beside 0 that are an answer. */
  alsoFine?: readonly number[];
}

/** Git on one bare repository, without the settings of who runs the portal. */
export class Git {
  readonly #folder: string;

  /** @param options.folder - absolute path of the bare repository */
  static create(options: { folder: string }): Git {
    return new Git(options.folder);
  }

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Runs a command to its end.
   *
   * @throws GitFailure with what git said
   */
  async run(
    command: GitCommand,
  ): Promise<{ exitCode: number; stdout: Buffer }> {
    const { args, input, env, alsoFine = [] } = command;
    const child = spawn('git', args, {
      cwd: this.#folder,
      env: { ...gitEnvironment(), GIT_DIR: this.#folder, ...env },
    });
    const ended = new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', code => resolve(code ?? 1));
    });
    const said: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    // a command that has read enough closes its end before everything is sent
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const chunks: Buffer[] = [];
    let bytes = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MOST_OUTPUT) {
        child.kill('SIGKILL');
      } else {
        chunks.push(chunk);
      }
    });
    const exitCode = await ended;
    if (exitCode !== 0 && !alsoFine.includes(exitCode)) {
      throw new GitFailure({
        command: args[0],
        exitCode,
        said:
          bytes > MOST_OUTPUT
            ? `more than ${MOST_OUTPUT / 1024 ** 2} MiB`
            : Buffer.concat(said).toString('utf8').trim(),
      });
    }
    return { exitCode, stdout: Buffer.concat(chunks) };
  }

  /** The same, for commands that print one line. */
  async line(command: GitCommand): Promise<string> {
    return (await this.run(command)).stdout.toString('utf8').trim();
  }
}
