import { request } from 'node:https';
import { join } from 'node:path';
import { Sentence } from '../console/Sentence.mjs';
import { readTail } from '../process/readTail.mjs';
import { paths } from '../setup/paths.mjs';

/** The API server of the test cluster: the one part that is stopped on purpose. */
export class ApiServer {
  #program;
  #running;

  /**
   * @param {object} options
   * @param {string} options.url
   * @param {string} options.token of an administrator
   * @param {() => ReturnType<typeof import('../process/startGuarded.mjs').startGuarded>} options.start
   */
  static create(options) {
    return new ApiServer(options);
  }

  /** @private */
  constructor({ url, token, start }) {
    this.url = url;
    this.token = token;
    this.#program = start;
  }

  /** Starts it and waits until it is ready. */
  async start() {
    this.#running = this.#program();
    const deadline = Date.now() + 120_000;
    while (!(await this.#isReady())) {
      if (Date.now() > deadline) {
        throw new Sentence(
          'The API server of the test cluster did not start.',
          {
            details: readTail(join(paths.logs, 'cluster-api-server.log'), {
              lines: 25,
            }),
          },
        );
      }
      await new Promise(resolve => setTimeout(resolve, 250));
    }
  }

  /** Stops it at once, as a failure would. */
  async stop() {
    await this.#running?.stop();
  }

  /**
   * What it counted since it started.
   *
   * @returns {Promise<string>} in Prometheus' text format
   */
  async metrics() {
    return (await this.#get('/metrics')).body;
  }

  async #isReady() {
    try {
      return (await this.#get('/readyz')).status === 200;
    } catch {
      return false;
    }
  }

  #get(path) {
    return new Promise((resolve, reject) => {
      const asked = request(
        `${this.url}${path}`,
        {
          headers: { Authorization: `Bearer ${this.token}` },
          // a certificate that it made for itself
          rejectUnauthorized: false,
          timeout: 5_000,
        },
        response => {
          let body = '';
          response.setEncoding('utf8');
          response.on('data', part => {
            body += part;
          });
          response.on('end', () =>
            resolve({ status: response.statusCode, body }),
          );
        },
      );
      asked.on('timeout', () => asked.destroy());
      asked.on('error', reject);
      asked.end();
    });
  }
}
