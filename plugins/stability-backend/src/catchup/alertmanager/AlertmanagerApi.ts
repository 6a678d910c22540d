import { z } from 'zod';
import { fetchJson } from '../fetchJson';

const firing = z.array(
  z.object({ fingerprint: z.string(), startsAt: z.string() }),
);

/** Where one Alertmanager is asked. */
export interface AlertmanagerApiOptions {
  /** Without `/api/v2`. */
  url: string;
  token?: string;
  username?: string;
  password?: string;
}

/** Asks an Alertmanager which alerts fire. */
export class AlertmanagerApi {
  readonly #options: AlertmanagerApiOptions;

  static create(options: AlertmanagerApiOptions): AlertmanagerApi {
    return new AlertmanagerApi(options);
  }

  private constructor(options: AlertmanagerApiOptions) {
    this.#options = options;
  }

  /**
   * Alerts that fire, silenced or not: a silence ends no incident.
   *
   * @returns `<fingerprint>:<Unix milliseconds of the start>` of each
   * @throws ResponseError when it does not answer as it should
   */
  async firing(signal: AbortSignal): Promise<Set<string>> {
    const { url } = this.#options;
    const { payload } = await fetchJson({
      url:
        `${url.replace(/\/+$/, '')}/api/v2/alerts` +
        `?active=true&silenced=true&inhibited=true&unprocessed=true`,
      headers: this.#headers(),
      signal,
    });
    return new Set(
      firing
        .parse(payload)
        .map(
          ({ fingerprint, startsAt }) =>
            `${fingerprint}:${Date.parse(startsAt)}`,
        ),
    );
  }

  #headers(): Record<string, string> {
    const { token, username, password } = this.#options;
    if (token) {
      return { authorization: `Bearer ${token}` };
    }
    if (username === undefined) {
      return {};
    }
    const pair = Buffer.from(`${username}:${password ?? ''}`);
    return { authorization: `Basic ${pair.toString('base64')}` };
  }
}
