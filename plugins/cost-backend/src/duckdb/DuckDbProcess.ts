import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { DuckDbFault } from './DuckDbFault';
import { linesOf } from './linesOf';

/** Script of the process, plain JavaScript beside the sources. */
const WORKER = resolvePackagePath(
  '@plimsoll/plugin-cost-backend',
  'worker',
  'duckdb.js',
);

/** DuckDB has memory of its own; JavaScript only passes texts on. */
const HEAP = ['--max-semi-space-size=1', '--max-old-space-size=64'];

/** What DuckDB may use. */
export interface DuckDbLimits {
  /** Of its buffers; the process takes about 120 MiB more. */
  memoryMiB: number;
  threads: number;
  /** Of what does not fit into memory, on disk. */
  spillMiB: number;
  /** Seconds until the process is killed, from its start. */
  seconds: number;
}

/** A value of a row: numbers and texts; everything exact comes as text. */
export type DuckDbValue = string | number | boolean | null;

interface Answer<Row> {
  rows?: Row[];
  done?: true;
  seconds?: number;
  error?: string;
}

/**
 * DuckDB in a child process that can read the named files and nothing else: no
 * other file, no network, no extension, no change of these settings.
 */
export class DuckDbProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #answers: AsyncIterator<string>;
  readonly #limits: DuckDbLimits;
  readonly #signal: AbortSignal;
  readonly #timeout: AbortSignal;

  /**
   * @param options.files - absolute paths that may be read
   * @param options.spillDirectory - empty folder for what memory does not hold
   * @throws DuckDbFault when it does not start
   */
  static async open(options: {
    files: readonly string[];
    spillDirectory: string;
    limits: DuckDbLimits;
    signal: AbortSignal;
  }): Promise<DuckDbProcess> {
    const { files, spillDirectory, limits, signal } = options;
    signal.throwIfAborted();
    const opened = new DuckDbProcess(limits, signal);
    const { memoryMiB, threads, spillMiB } = limits;
    try {
      await opened.#ask({
        files,
        spillDirectory,
        memoryMiB,
        threads,
        spillMiB,
      });
      return opened;
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  private constructor(limits: DuckDbLimits, signal: AbortSignal) {
    this.#limits = limits;
    this.#timeout = AbortSignal.timeout(limits.seconds * 1_000);
    this.#signal = AbortSignal.any([signal, this.#timeout]);
    // none of the portal's variables: they hold its secrets
    this.#child = spawn(process.execPath, [...HEAP, WORKER], {
      env: {},
      cwd: '/',
    });
    this.#child.on('error', () => undefined);
    this.#child.stdin.on('error', () => undefined);
    this.#child.stderr.resume();
    this.#signal.addEventListener('abort', this.#kill);
    this.#answers = linesOf(this.#child.stdout.setEncoding('utf8'));
  }

  readonly #kill = () => {
    this.#child.kill('SIGKILL');
  };

  /** Id of the process in the operating system. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /**
   * Runs a statement; rows are handed over in batches, one after the other.
   *
   * @returns seconds that DuckDB took, without those in which it waited for
   * who takes the rows
   * @throws DuckDbFault with what DuckDB said, or that it was killed
   */
  async query<Row = DuckDbValue[]>(options: {
    sql: string;
    /** Rows in a batch, at the most. */
    batch?: number;
    /**
     * The statement gives one text a row: a JSON array with its values. A batch
     * ends with the row that makes it longer than 16 thousand characters.
     */
    isJson?: boolean;
    onRows?: (rows: Row[]) => void | Promise<void>;
  }): Promise<number> {
    const { sql, batch = 250, isJson = false, onRows } = options;
    return this.#ask({ sql, batch, isJson }, onRows);
  }

  /** Ends the process; its memory is the system's again. */
  async close(): Promise<void> {
    this.#signal.removeEventListener('abort', this.#kill);
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      // not 'close': that waits until somebody has read what was written last
      const ended = once(this.#child, 'exit').catch(() => undefined);
      if (this.#child.kill('SIGKILL')) {
        await ended;
      }
    }
    this.#child.stdout.destroy();
  }

  async #ask<Row>(
    message: object,
    onRows?: (rows: Row[]) => void | Promise<void>,
  ): Promise<number> {
    this.#child.stdin.write(`${JSON.stringify(message)}\n`);
    for (;;) {
      const { value, done: ended } = await this.#answers.next();
      if (ended) {
        throw this.#ending();
      }
      const answer: Answer<Row> = JSON.parse(value);
      if (answer.error !== undefined) {
        throw new DuckDbFault({ said: answer.error });
      }
      if (answer.rows) {
        await onRows?.(answer.rows);
      }
      if (answer.done) {
        return answer.seconds ?? 0;
      }
    }
  }

  #ending(): DuckDbFault {
    if (this.#timeout.aborted) {
      return new DuckDbFault({
        said: `it took more than ${this.#limits.seconds} seconds`,
        ending: 'timeout',
      });
    }
    return this.#signal.aborted
      ? new DuckDbFault({ said: 'the reading was stopped', ending: 'stopped' })
      : new DuckDbFault({ said: 'the process ended', ending: 'crashed' });
  }
}
