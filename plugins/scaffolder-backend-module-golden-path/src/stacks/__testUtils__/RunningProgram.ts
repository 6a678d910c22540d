import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** Of a fifth of a second each: five minutes on the busiest machine. */
const ATTEMPTS = 1_500;

/** A program that a test has started, with everything that it has said. */
export class RunningProgram {
  readonly #process: ChildProcess;
  readonly #ended: Promise<number | string>;
  #output = '';

  static start(options: {
    command: string;
    args: string[];
    folder: string;
    /** Beside PATH and HOME, all that the program sees. */
    environment?: Record<string, string>;
  }): RunningProgram {
    const { command, args, folder, environment } = options;
    const { PATH = '', HOME = folder } = process.env;
    return new RunningProgram(
      spawn(command, args, {
        cwd: folder,
        env: { PATH, HOME, ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  /**
   * Runs a program to its end.
   *
   * @returns what it said
   * @throws its last words, where it fails
   */
  static async run(
    options: Parameters<typeof RunningProgram.start>[0],
  ): Promise<string> {
    const program = RunningProgram.start(options);
    const end = await program.ended;
    if (end !== 0) {
      throw new Error(
        `${options.command} ${options.args.join(
          ' ',
        )} ended with ${end}:\n${program.output.slice(-6_000)}`,
      );
    }
    return program.output;
  }

  private constructor(child: ChildProcess) {
    this.#process = child;
    const hear = (chunk: Buffer) => {
      this.#output += chunk.toString('utf8');
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    this.#ended = new Promise(resolve => {
      child.once('error', fault => resolve(fault.message));
      child.once('close', (code, signal) => resolve(code ?? signal ?? -1));
    });
  }

  get output(): string {
    return this.#output;
  }

  /** Its exit code, the signal that ended it, or why it could not start. */
  get ended(): Promise<number | string> {
    return this.#ended;
  }

  /** Waits for an answer 200. */
  async waitFor(url: string): Promise<void> {
    let end: number | string | undefined;
    this.#ended.then(result => {
      end = result;
    });
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const isThere = await fetch(url).then(
        response => response.ok,
        () => false,
      );
      if (isThere) {
        return;
      }
      if (end !== undefined) {
        break;
      }
      await sleep(200);
    }
    throw new Error(
      `${url} never answered 200:\n${this.#output.slice(-6_000)}`,
    );
  }

  /** Asks it to end. @returns how it ended */
  async stop(): Promise<number | string> {
    this.#process.kill('SIGTERM');
    return this.#ended;
  }
}
