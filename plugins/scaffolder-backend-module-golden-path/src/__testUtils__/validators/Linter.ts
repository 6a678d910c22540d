import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findProgram } from '../findProgram';
import type { RenderedService } from '../renderService';

const run = promisify(execFile);

/** A program that says, a line each, what is wrong with files. */
export class Linter {
  readonly #program: string;
  readonly #options: readonly string[];
  /** By a file's text, and by what else it depends on. */
  readonly #answers = new Map<string, Promise<string[]>>();

  /** @param options - that make it say a line for each fault, with file and line */
  constructor(program: string, options: readonly string[]) {
    this.#program = program;
    this.#options = options;
  }

  /** Why it cannot judge on this machine. */
  missing = (): string | undefined =>
    findProgram(this.#program) ? undefined : `${this.#program} not found`;

  /**
   * What it finds in files of a service. A file is judged once, however many
   * services have it.
   *
   * @param options.with - what else an answer depends on: files that these read
   */
  async find(
    { folder, read }: RenderedService,
    paths: readonly string[],
    options: { with?: readonly string[] } = {},
  ): Promise<string[]> {
    const around = (options.with ?? []).map(read);
    const keyOf = (path: string) => [path, read(path), ...around].join('\0');
    const unseen = paths.filter(path => !this.#answers.has(keyOf(path)));
    if (unseen.length) {
      const lines = this.#ask(folder, unseen);
      unseen.forEach((path, index) =>
        this.#answers.set(
          keyOf(path),
          lines.then(all => all.filter(concerns({ path, index, unseen }))),
        ),
      );
    }
    const answers = await Promise.all(
      paths.map(path => this.#answers.get(keyOf(path))),
    );
    return answers.flatMap(answer => answer ?? []);
  }

  async #ask(folder: string, paths: readonly string[]): Promise<string[]> {
    try {
      await run(
        findProgram(this.#program) ?? this.#program,
        [...this.#options, ...paths],
        { cwd: folder },
      );
      return [];
    } catch (error) {
      const { stdout, stderr, message } = error as {
        stdout?: string;
        stderr?: string;
        message: string;
      };
      return (stdout?.trim() || stderr?.trim() || message).split('\n');
    }
  }
}

/** Lines of a file; those of no file, for instance of a fault, are the first one's. */
function concerns(options: {
  path: string;
  index: number;
  unseen: readonly string[];
}): (line: string) => boolean {
  const { path, index, unseen } = options;
  return line =>
    line.startsWith(`${path}:`) ||
    (index === 0 && !unseen.some(other => line.startsWith(`${other}:`)));
}
