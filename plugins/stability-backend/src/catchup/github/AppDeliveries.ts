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
   * A hundred tries, newest first.
   *
   * @param options.cursor - of the page; the first one by default
   * @returns these, and the cursor of the page before them
   * @throws ResponseError when GitHub does not answer as it should
   */
  async page(options: {
    cursor?: string;
    signal: AbortSignal;
  }): Promise<{ tries: AppDelivery[]; next?: string }> {
    const { cursor, signal } = options;
    const at = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const { payload, headers } = await this.#get(
      `app/hook/deliveries?per_page=100${at}`,
      signal,
    );
    return {
      tries: listed.parse(payload),
      next: nextCursor(headers.get('link') ?? ''),
    };
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
