import { z } from 'zod';
import { instant } from '../../senders/payload/fields';
import { fetchJson } from '../fetchJson';
import { appToken } from './appToken';

const listed = z.array(
  z.object({
    id: z.union([z.number(), z.string()]).transform(String),
    guid: z.string().min(1),
    delivered_at: instant,
    event: z.string(),
  }),
);

const detailed = z.object({
  request: z.object({ payload: z.record(z.string(), z.unknown()) }),
});

/** One try of GitHub to deliver. */
export type AppDelivery = z.output<typeof listed>[number];

/** @see AppDeliveries */
export interface AppDeliveriesOptions {
  /** Root of the API: `https://api.github.com`. */
  apiBaseUrl: string;
  appId: number;
  /** PEM */
  privateKey: string;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/** What GitHub delivered, or tried to, to the webhook of an App. */
export class AppDeliveries {
  readonly #options: AppDeliveriesOptions;

  static create(options: AppDeliveriesOptions): AppDeliveries {
    return new AppDeliveries(options);
  }

  private constructor(options: AppDeliveriesOptions) {
    this.#options = options;
  }

  /**
   * Tries since an instant, oldest first.
   *
   * @param options.since - Unix milliseconds
   * @param options.pages - most pages of 100 that are read
   * @throws ResponseError when GitHub does not answer as it should
   */
  async list(options: {
    since: number;
    pages: number;
    signal: AbortSignal;
  }): Promise<AppDelivery[]> {
    const { since, pages, signal } = options;
    const found: AppDelivery[] = [];
    let path: string | undefined = 'app/hook/deliveries?per_page=100';
    for (let page = 0; page < pages && path; page++) {
      const { payload, headers } = await this.#get(path, signal);
      const deliveries = listed.parse(payload);
      const recent = deliveries.filter(
        ({ delivered_at: at }) => Date.parse(at) >= since,
      );
      found.push(...recent);
      const cursor = nextCursor(headers.get('link') ?? '');
      path =
        cursor && recent.length === deliveries.length
          ? `app/hook/deliveries?per_page=100&cursor=${encodeURIComponent(
              cursor,
            )}`
          : undefined;
    }
    return found.reverse();
  }

  /** What was delivered, as JSON: the bytes are not kept by GitHub. */
  async payloadOf(id: string, signal: AbortSignal): Promise<Buffer> {
    const { payload } = await this.#get(
      `app/hook/deliveries/${encodeURIComponent(id)}`,
      signal,
    );
    return Buffer.from(JSON.stringify(detailed.parse(payload).request.payload));
  }

  async #get(path: string, signal: AbortSignal) {
    const { apiBaseUrl, now = Date.now, ...app } = this.#options;
    return fetchJson({
      url: `${apiBaseUrl.replace(/\/+$/, '')}/${path}`,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${appToken({ ...app, now: now() })}`,
        'x-github-api-version': '2022-11-28',
      },
      signal,
    });
  }
}

/** Only the cursor of the next page: its host is the one that we know. */
function nextCursor(link: string): string | undefined {
  const [, address] = /<([^>]+)>;\s*rel="next"/.exec(link) ?? [];
  return address && URL.canParse(address)
    ? new URL(address).searchParams.get('cursor') ?? undefined
    : undefined;
}
