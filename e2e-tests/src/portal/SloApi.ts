import type {
  ObjectiveDetail,
  ObjectivePage,
  Explanation,
} from '@plimsoll/plugin-slo-common';

/** Reads the portal's SLO API as the guest does. */
export class SloApi {
  readonly #url: string;
  #token: string | undefined;

  constructor(portalUrl: string) {
    this.#url = portalUrl;
  }

  list(query = 'limit=100'): Promise<ObjectivePage> {
    return this.#get(`objectives?${query}`);
  }

  objective(ref: string, objective: string): Promise<ObjectiveDetail> {
    return this.#get(`objectives/${path(ref)}/${objective}`);
  }

  explain(ref: string, objective: string): Promise<Explanation> {
    return this.#get(`objectives/${path(ref)}/${objective}/explain`);
  }

  async #get<T>(suffix: string): Promise<T> {
    const response = await fetch(`${this.#url}/api/slo/${suffix}`, {
      headers: { authorization: `Bearer ${await this.#signIn()}` },
    });
    if (!response.ok) {
      throw new Error(`${suffix} answered ${response.status}`);
    }
    return response.json() as Promise<T>;
  }

  async #signIn(): Promise<string> {
    if (!this.#token) {
      const response = await fetch(`${this.#url}/api/auth/guest/refresh`, {
        headers: { 'x-requested-with': 'XMLHttpRequest' },
      });
      const body = (await response.json()) as {
        backstageIdentity: { token: string };
      };
      this.#token = body.backstageIdentity.token;
    }
    return this.#token;
  }
}

function path(ref: string): string {
  return ref.replace(/^slo:/, '');
}
