import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CuttableLine } from './CuttableLine';
import { freePort } from './freePort';
import { RunningProgram } from './RunningProgram';
import type { DataStore, StackCase } from './StackCase';

/** An answer of a service. */
export interface Answer {
  status: number;
  type: string;
  body: string;
}

/** A rendered service that runs, with a line to its data store that can be cut. */
export class RunningService {
  readonly port: number;
  readonly line?: CuttableLine;
  readonly #program: RunningProgram;

  /** @param options.environment - beside what the service needs to run at all */
  static async start(options: {
    stackCase: StackCase;
    /** Of the rendered service, built. */
    folder: string;
    store?: DataStore;
    environment: Record<string, string>;
  }): Promise<RunningService> {
    const { store } = options;
    const port = await freePort();
    const line = store && (await CuttableLine.to(store.address));
    const program = RunningService.#spawn({
      ...options,
      environment: {
        PORT: String(port),
        ...(store && line && store.environment(line.address)),
        ...options.environment,
      },
    });
    await program.waitFor(`http://127.0.0.1:${port}/readyz`);
    return new RunningService(port, line, program);
  }

  /** Starts one that must not run. @returns what it said, and how it ended */
  static async startInVain(
    options: Parameters<typeof RunningService.start>[0],
  ): Promise<{ end: number | string; output: string }> {
    const program = RunningService.#spawn(options);
    return { end: await program.ended, output: program.output };
  }

  static #spawn(options: {
    stackCase: StackCase;
    folder: string;
    environment: Record<string, string>;
  }): RunningProgram {
    const { stackCase, folder, environment } = options;
    const { command, args } = stackCase.start;
    return RunningProgram.start({
      // of the service's own folder, where there is one
      command: command.startsWith('./') ? join(folder, command) : command,
      args,
      folder,
      environment: { ...stackCase.tools, ...environment },
    });
  }

  private constructor(
    port: number,
    line: CuttableLine | undefined,
    program: RunningProgram,
  ) {
    this.port = port;
    this.line = line;
    this.#program = program;
  }

  async ask(path: string, init?: Parameters<typeof fetch>[1]): Promise<Answer> {
    const response = await fetch(`http://127.0.0.1:${this.port}${path}`, init);
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      body: await response.text(),
    };
  }

  /** Sends requests, half of them made to fail, until that is done. */
  async failHalfUntil(isDone: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await isDone())) {
      await this.ask('/api/items/mug', { headers: { 'x-fault': 'error' } });
      await this.ask('/api/items/mug');
      await sleep(100);
    }
  }

  /** The objects that it has logged. @throws where a line is none */
  logs(): Record<string, unknown>[] {
    return this.#program.output
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Record<string, unknown>);
  }

  /** Asks it to end. @returns how it ended */
  async stop(): Promise<number | string> {
    const end = await this.#program.stop();
    await this.line?.stop();
    return end;
  }
}
