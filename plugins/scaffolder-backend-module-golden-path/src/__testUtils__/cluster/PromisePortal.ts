import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { CreateResult } from '../startCreatePortal';
import type {
  PromisePortalOrder,
  PromisePortalSettings,
} from './promisePortalProcess';

/** What the portal's process says. */
interface Told {
  started?: string;
  failed?: string;
  created?: CreateResult;
  gitUrl?: string;
}

/** The portal of `promisePortalProcess.ts`, from outside. */
export class PromisePortal {
  readonly #process: ChildProcess;
  readonly #url: string;

  static async start(settings: PromisePortalSettings): Promise<PromisePortal> {
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, 'promisePortalProcess.ts'),
        JSON.stringify(settings),
      ],
      { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
    );
    const { started, failed } = await told(child);
    if (!started) {
      throw new Error(`The portal did not start: ${failed}`);
    }
    return new PromisePortal(child, started);
  }

  private constructor(child: ChildProcess, url: string) {
    this.#process = child;
    this.#url = url;
  }

  /** Sends the form of a stack, and waits until its task has ended. */
  async create(
    order: PromisePortalOrder['create'],
  ): Promise<{ result: CreateResult; gitUrl: string }> {
    const answer = told(this.#process);
    this.#process.send({ create: order });
    const { created, gitUrl, failed } = await answer;
    if (!created || !gitUrl) {
      throw new Error(`The portal created nothing: ${failed}`);
    }
    return { result: created, gitUrl };
  }

  /**
   * Asks its API.
   *
   * @param path - for instance `/api/catalog/entities`
   * @returns nothing where there is none
   */
  async get<T>(path: string): Promise<T | undefined> {
    const response = await fetch(`${this.#url}${path}`);
    if (response.status === 404) {
      return undefined;
    }
    if (!response.ok) {
      throw new Error(`${path} answers ${response.status}`);
    }
    return response.json() as Promise<T>;
  }

  stop(): void {
    this.#process.kill();
  }
}

function told(child: ChildProcess): Promise<Told> {
  return new Promise(resolve => {
    const ended = () => resolve({ failed: 'its process ended' });
    const hear = (message: Told) => {
      // what loads its TypeScript sends messages, too
      if (message.started ?? message.failed ?? message.created) {
        child.off('exit', ended);
        child.off('message', hear);
        resolve(message);
      }
    };
    child.once('exit', ended);
    child.on('message', hear);
  });
}
