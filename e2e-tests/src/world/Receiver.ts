import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** An alert, as Alertmanager tells it. */
export interface ReceivedAlert {
  status: 'firing' | 'resolved';
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** Whom Alertmanager pages, and a place for the runbooks that people then open. */
export class Receiver {
  /** All that has come, oldest first. */
  readonly alerts: ReceivedAlert[] = [];
  readonly #server: Server;
  readonly #token: string;

  static async start(options: { token: string }): Promise<Receiver> {
    const receiver = new Receiver(options.token);
    await new Promise<void>(done => {
      receiver.#server.listen(0, '127.0.0.1', done);
    });
    return receiver;
  }

  private constructor(token: string) {
    this.#token = token;
    this.#server = createServer((request, response) => {
      this.#answer(request, response);
    });
  }

  get webhookUrl(): string {
    return `${this.#url}/page`;
  }

  runbookUrl(service: string): string {
    return `${this.#url}/runbooks/${service}`;
  }

  get #url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    const { authorization } = request.headers;
    const [, folder, service] = request.url!.split('/');
    if (folder === 'runbooks') {
      response.setHeader('content-type', 'text/html');
      response.end(`<h1>What to do when ${service} burns</h1>`);
    } else if (authorization === `Bearer ${this.#token}`) {
      const chunks = await request.toArray();
      const { alerts } = JSON.parse(Buffer.concat(chunks).toString());
      this.alerts.push(...alerts);
      response.end();
    } else {
      response.writeHead(401).end();
    }
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
