import { AuthenticationError } from '@backstage/errors';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** The one account of the forge. */
export class Password {
  readonly username: string;
  readonly #expected: Buffer;

  static create(options: { username: string; password: string }): Password {
    return new Password(options);
  }

  private constructor(options: { username: string; password: string }) {
    this.username = options.username;
    this.#expected = digest(`${options.username}:${options.password}`);
  }

  /** @throws AuthenticationError without the password: HTTP Basic */
  require(request: Pick<Request, 'headers'>): void {
    const [scheme, given] = request.headers.authorization?.split(' ') ?? [];
    const text =
      scheme?.toLowerCase() === 'basic'
        ? Buffer.from(given ?? '', 'base64').toString('utf8')
        : '';
    if (!timingSafeEqual(digest(text), this.#expected)) {
      throw new AuthenticationError(
        'The local forge changes nothing without the username and password of integrations.gitea',
      );
    }
  }
}
