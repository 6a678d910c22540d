import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Guard, Knock } from './Guard';

/** Signatures of one request that are looked at: more is an attack. */
const MOST = 10;

/** HMAC-SHA256 of the body in a header, hexadecimal. */
export class HmacGuard implements Guard {
  readonly coversBody = true;
  readonly #header: string;
  readonly #prefix: string;
  readonly #secrets: string[];

  /**
   * @param options.header - name in lower case
   * @param options.prefix - before each signature: `sha256=`, `v1=`; several
   * signatures stand apart by commas
   * @param options.secrets - any of them may have signed
   */
  static create(options: {
    header: string;
    prefix: string;
    secrets: string[];
  }): HmacGuard {
    return new HmacGuard(options);
  }

  private constructor(options: {
    header: string;
    prefix: string;
    secrets: string[];
  }) {
    this.#header = options.header;
    this.#prefix = options.prefix;
    this.#secrets = options.secrets;
  }

  admits(headers: Knock['headers']): boolean {
    return this.#signatures(headers).length > 0;
  }

  trusts({ headers, body }: Knock): boolean {
    const signatures = this.#signatures(headers);
    return this.#secrets
      .map(secret => createHmac('sha256', secret).update(body).digest())
      .flatMap(expected =>
        signatures.map(signature => timingSafeEqual(expected, signature)),
      )
      .includes(true);
  }

  #signatures(headers: Knock['headers']): Buffer[] {
    return (headers[this.#header] ?? '')
      .split(',', MOST)
      .map(part => part.trim())
      .filter(part => part.startsWith(this.#prefix))
      .map(part => part.slice(this.#prefix.length))
      .filter(part => /^[0-9a-f]{64}$/i.test(part))
      .map(part => Buffer.from(part, 'hex'));
  }
}
