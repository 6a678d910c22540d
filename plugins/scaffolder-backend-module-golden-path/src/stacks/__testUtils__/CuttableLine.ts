import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Address } from './StackCase';

/** A line to a server that can be cut and mended. */
export class CuttableLine {
  readonly #open = new Set<Socket>();
  readonly #server = createServer(near => this.#pass(near));
  readonly #target: Address;
  #isCut = false;

  static async to(target: Address): Promise<CuttableLine> {
    const line = new CuttableLine(target);
    await new Promise<void>((resolve, reject) => {
      line.#server.once('error', reject);
      line.#server.listen(0, '127.0.0.1', resolve);
    });
    return line;
  }

  private constructor(target: Address) {
    this.#target = target;
  }

  get address(): Address {
    const { port } = this.#server.address() as AddressInfo;
    return { host: '127.0.0.1', port };
  }

  /** Ends what is open; what comes is refused. */
  cut(): void {
    this.#isCut = true;
    this.#open.forEach(socket => socket.destroy());
  }

  mend(): void {
    this.#isCut = false;
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #pass(near: Socket): void {
    if (this.#isCut) {
      near.destroy();
      return;
    }
    const far = connect(this.#target);
    const ends: [Socket, Socket][] = [
      [near, far],
      [far, near],
    ];
    for (const [from, to] of ends) {
      this.#open.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#open.delete(from);
        to.destroy();
      });
    }
  }
}
