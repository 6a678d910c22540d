import type { Guard, Knock } from './Guard';
import { matchesSecret } from './matchesSecret';

/** A secret in a header of its own: GitLab's `X-Gitlab-Token`. */
export class TokenGuard implements Guard {
  readonly coversBody = false;
  readonly #header: string;
  readonly #secrets: string[];

  /** @param options.header - name in lower case */
  static create(options: { header: string; secrets: string[] }): TokenGuard {
    return new TokenGuard(options.header, options.secrets);
  }

  private constructor(header: string, secrets: string[]) {
    this.#header = header;
    this.#secrets = secrets;
  }

  admits(headers: Knock['headers']): boolean {
    return matchesSecret(headers[this.#header] ?? '', this.#secrets);
  }

  trusts({ headers }: Knock): boolean {
    return this.admits(headers);
  }
}
