import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Runs in a thread of its own, so that it stalls nobody. */
const WATCH = `
const { readFileSync } = require('node:fs');
const { parentPort } = require('node:worker_threads');
const rssOf = pid => {
  try {
    return Number(/VmRSS:\\s+(\\d+)/.exec(readFileSync('/proc/' + pid + '/status', 'utf8'))[1]) / 1024;
  } catch {
    return 0;
  }
};
const childrenOf = pid => {
  try {
    return readFileSync('/proc/' + pid + '/task/' + pid + '/children', 'utf8').trim().split(' ').filter(Boolean);
  } catch {
    return [];
  }
};
const all = () => [process.pid, ...childrenOf(process.pid)].reduce((sum, pid) => sum + rssOf(pid), 0);
const before = all();
let most = before;
const timer = setInterval(() => { most = Math.max(most, all()); }, 10);
parentPort.once('message', () => { clearInterval(timer); parentPort.postMessage(most - before); });
parentPort.postMessage('watching');
`;

/** How much memory this process and its children take, on Linux. */
export class MemoryWatch {
  readonly #worker: Worker;

  static async start(): Promise<MemoryWatch> {
    const worker = new Worker(WATCH, { eval: true });
    await once(worker, 'message');
    return new MemoryWatch(worker);
  }

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** @returns MiB on top of what there was at the start, at the most */
  async stop(): Promise<number> {
    const answered = once(this.#worker, 'message');
    this.#worker.postMessage('stop');
    const [extra] = await answered;
    await this.#worker.terminate();
    return extra;
  }
}
