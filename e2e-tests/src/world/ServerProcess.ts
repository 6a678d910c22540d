import { spawn, type ChildProcess } from 'node:child_process';

/** A real server of the world, as a process of its own. */
export class ServerProcess {
  readonly #child: ChildProcess;

  /** Starts it, and waits until it answers. */
  static async start(options: {
    /** As people know it. */
    name: string;
    program: string;
    args: string[];
    folder: string;
    /** Answers 200 once it is ready. */
    readyUrl: string;
  }): Promise<ServerProcess> {
    const { name, program, args, folder, readyUrl } = options;
    const server = new ServerProcess(
      spawn(program, args, {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'inherit'],
      }),
    );
    const deadline = Date.now() + 300_000;
    while (Date.now() < deadline && server.#child.exitCode === null) {
      const ready = await fetch(readyUrl).catch(() => undefined);
      if (ready?.ok) {
        return server;
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    await server.kill();
    throw new Error(`${name} was not ready after 300 s, or ended before`);
  }

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Ends it the hard way, as a machine does that loses its power. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    }
  }
}
