/** Asks the portal as a pipeline does: with a static token, or with none. */
export class PipelineApi {
  readonly #url: string;
  readonly #token: string | undefined;

  constructor(portalUrl: string, token?: string) {
    this.#url = portalUrl;
    this.#token = token;
  }

  get(path: string): Promise<Response> {
    return fetch(`${this.#url}/api/${path}`, {
      headers: this.#token ? { authorization: `Bearer ${this.#token}` } : {},
    });
  }
}
