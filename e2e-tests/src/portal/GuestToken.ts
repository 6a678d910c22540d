/** The guest's token, as the front end gets it. */
export class GuestToken {
  readonly #portalUrl: string;
  #token: string | undefined;

  constructor(portalUrl: string) {
    this.#portalUrl = portalUrl;
  }

  async get(): Promise<string> {
    if (!this.#token) {
      const response = await fetch(
        `${this.#portalUrl}/api/auth/guest/refresh`,
        { headers: { 'x-requested-with': 'XMLHttpRequest' } },
      );
      const body = (await response.json()) as {
        backstageIdentity: { token: string };
      };
      this.#token = body.backstageIdentity.token;
    }
    return this.#token;
  }
}
