import type { Guard, Knock } from './Guard';
import { matchesSecret } from './matchesSecret';

/**
 * `Authorization: Bearer <secret>`, and `Basic` where users are given: of a
 * user and password that stand in app-config together.
 */
export class BearerGuard implements Guard {
  readonly coversBody = false;
  readonly #secrets: string[];
  readonly #basic: string[];

  static create(options: {
    secrets: string[];
    basic?: Array<{ username: string; password: string }>;
  }): BearerGuard {
    return new BearerGuard(options.secrets, options.basic ?? []);
  }

  private constructor(
    secrets: string[],
    basic: Array<{ username: string; password: string }>,
  ) {
    this.#secrets = secrets;
    this.#basic = basic.map(
      ({ username, password }) => `${username}:${password}`,
    );
  }

  admits(headers: Knock['headers']): boolean {
    const [, scheme, presented] =
      /^(bearer|basic) +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
    if (!scheme) {
      return false;
    }
    return scheme.toLowerCase() === 'bearer'
      ? matchesSecret(presented, this.#secrets)
      : matchesSecret(
          Buffer.from(presented, 'base64').toString('utf8'),
          this.#basic,
        );
  }

  trusts({ headers }: Knock): boolean {
    return this.admits(headers);
  }
}
