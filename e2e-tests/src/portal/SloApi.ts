import type {
  ObjectiveDetail,
  ObjectivePage,
  Explanation,
} from '@plimsoll/plugin-slo-common';
import { GuestToken } from './GuestToken';

/** Reads the portal's SLO API as the guest does. */
export class SloApi {
  readonly #url: string;
  readonly #token: GuestToken;

  constructor(portalUrl: string) {
    this.#url = portalUrl;
    this.#token = new GuestToken(portalUrl);
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
      headers: { authorization: `Bearer ${await this.#token.get()}` },
    });
    if (!response.ok) {
      throw new Error(`${suffix} answered ${response.status}`);
    }
    return response.json() as Promise<T>;
  }
}

function path(ref: string): string {
  return ref.replace(/^slo:/, '');
}
