import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One request that came to the portal. */
export interface PortalRequest {
  method?: string;
  path?: string;
  authorization?: string;
  contentType?: string;
  body: string;
}

/** Status and body, or nothing: then the request is never answered. */
export type PortalAnswer = { status: number; body?: unknown } | undefined;

/** A portal that answers what a test wants, on a free port of this machine. */
export class FakePortal {
  readonly requests: PortalRequest[] = [];
  readonly #server: Server;

  private constructor(answer: (request: PortalRequest) => PortalAnswer) {
    this.#server = createServer(async (incoming, response) => {
      const request = await readRequest(incoming);
      this.requests.push(request);
      const answered = answer(request);
      if (!answered) {
        return;
      }
      const { status, body } = answered;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  }

  static async start(
    answer: (request: PortalRequest) => PortalAnswer,
  ): Promise<FakePortal> {
    const portal = new FakePortal(answer);
    await new Promise<void>(resolve => {
      portal.#server.listen(0, '127.0.0.1', resolve);
    });
    return portal;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Also where it has stopped already. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}

async function readRequest(incoming: IncomingMessage): Promise<PortalRequest> {
  const { method, url, headers } = incoming;
  return {
    method,
    path: url,
    authorization: headers.authorization,
    contentType: headers['content-type'],
    body: await text(incoming),
  };
}
