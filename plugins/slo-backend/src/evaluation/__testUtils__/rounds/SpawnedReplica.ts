import { type ChildProcess, spawn } from 'node:child_process';
import type { ReplicaMessage, RoundReplicaOptions } from './roundReplica';
import type { RoundClock } from './RoundClock';

/** A replica in a process of its own, seen by the one that started it. */
export class SpawnedReplica {
  readonly messages: ReplicaMessage[] = [];
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #listeners = new Set<(message: ReplicaMessage) => void>();

  /** @returns when it is at work */
  static async start(options: RoundReplicaOptions): Promise<SpawnedReplica> {
    const replica = new SpawnedReplica(options);
    const failed = replica.#ended.then(() => {
      throw new Error('A replica ended before it began to work');
    });
    await Promise.race([
      replica.next(({ kind }) => kind === 'working'),
      failed,
    ]);
    failed.catch(() => {});
    return replica;
  }

  private constructor(options: RoundReplicaOptions) {
    this.#child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        require.resolve('./roundReplica'),
        JSON.stringify(options),
      ],
      { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    this.#ended = new Promise(resolve => {
      this.#child.once('exit', resolve);
    });
    this.#child.on('message', (message: ReplicaMessage) => {
      this.messages.push(message);
      this.#listeners.forEach(listener => listener(message));
    });
  }

  /** Waits for a message that is still to come. */
  async next(
    isIt: (message: ReplicaMessage) => boolean,
  ): Promise<ReplicaMessage> {
    return new Promise(resolve => {
      const listener = (message: ReplicaMessage) => {
        if (isIt(message)) {
          this.#listeners.delete(listener);
          resolve(message);
        }
      };
      this.#listeners.add(listener);
    });
  }

  setClock(clock: RoundClock): void {
    if (this.#child.connected) {
      this.#child.send(clock);
    }
  }

  /** Ends it without a word of warning. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  /** Stops it in the middle of whatever it does, until {@link thaw}. */
  freeze(): void {
    this.#child.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child.kill('SIGCONT');
  }
}
