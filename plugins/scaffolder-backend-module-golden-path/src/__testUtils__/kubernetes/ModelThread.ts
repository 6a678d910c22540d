import { Worker } from 'node:worker_threads';
import type { KubernetesObject } from './KubernetesObject';

interface Answer {
  number: number;
  fault?: string;
}

/** The models are modules of today, which jest's own module system cannot load. */
const PROGRAM = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', async ({ number, url, object }) => {
  try {
    const models = await import(url);
    // those of Kubernetes itself are modules of yesterday
    const Model = models[object.kind] ?? models.default[object.kind];
    new Model(object).validate();
    parentPort.postMessage({ number });
  } catch (error) {
    parentPort.postMessage({ number, fault: error.message });
  }
});
`;

/** Validates objects by their models, in a thread that Node itself runs. */
export class ModelThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #asked = 0;

  static create(): ModelThread {
    return new ModelThread();
  }

  private constructor() {
    this.#worker = new Worker(PROGRAM, { eval: true, execArgv: [] });
    // it ends with the tests that ask it
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer) => {
      this.#waiting.get(answer.number)?.(answer);
      this.#waiting.delete(answer.number);
    });
  }

  /** @returns what is wrong, in the validator's words */
  async faultOf(
    object: KubernetesObject,
    url: string,
  ): Promise<string | undefined> {
    const number = this.#asked++;
    const answer = new Promise<Answer>(resolve => {
      this.#waiting.set(number, resolve);
    });
    this.#worker.ref();
    this.#worker.postMessage({ number, url, object });
    const { fault } = await answer;
    if (this.#waiting.size === 0) {
      this.#worker.unref();
    }
    return fault;
  }
}
