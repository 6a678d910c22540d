import { NotFoundError } from '@backstage/errors';
import type {
  InboxItem,
  InboxPage,
  InboxState,
} from '@plimsoll/plugin-stability-common';
import type { StabilityDatabase } from '../../database/StabilityDatabase';
import type { InboxRow } from '../InboxRow';
import { INBOX_STATES, type ListInboxRequest } from './inboxRequests';
import { LISTED, toInboxItem } from './toInboxItem';

/** Characters of a body that are shown. */
const BODY_LENGTH = 64 * 1024;

/** A source that the page mentions even before it was heard of. */
export interface KnownSource {
  source: string;
  configured: boolean;
}

/** @see InboxPages */
export interface InboxPagesOptions {
  database: StabilityDatabase;
  /** All doors and polled sources. */
  sources: KnownSource[];
}

/** Reads the inbox for people. */
export class InboxPages {
  readonly #database: StabilityDatabase;
  readonly #sources: KnownSource[];

  static create(options: InboxPagesOptions): InboxPages {
    return new InboxPages(options);
  }

  private constructor(options: InboxPagesOptions) {
    this.#database = options.database;
    this.#sources = options.sources;
  }

  /** Newest first; the cursor is the last id of the page before. */
  async list(request: ListInboxRequest): Promise<InboxPage> {
    const { state, source, limit, cursor } = request;
    const { client } = this.#database;
    const query = client<InboxRow>('stability_inbox')
      .select(...LISTED)
      .orderBy('id', 'desc')
      .limit(limit + 1);
    if (state) {
      query.where({ state });
    }
    if (source) {
      query.where({ source });
    }
    if (cursor) {
      query.where('id', '<', cursor);
    }
    const [rows, counts, sources] = await Promise.all([
      query,
      this.#counts(source),
      this.#readSources(),
    ]);
    const items = rows.slice(0, limit).map(toInboxItem);
    const totals = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return {
      items,
      totalItems: state ? counts[state] : totals,
      pageInfo: {
        nextCursor: rows.length > limit ? items.at(-1)?.id : undefined,
      },
      counts,
      sources,
    };
  }

  /**
   * One delivery with its body.
   *
   * @throws NotFoundError when there is none, or no more
   */
  async get(id: string): Promise<InboxItem> {
    const row = await this.#database
      .client<InboxRow>('stability_inbox')
      .where({ id })
      .first(...LISTED, 'body');
    if (!row) {
      throw new NotFoundError(
        `There is no delivery '${id}' in the inbox, or it was kept long enough`,
      );
    }
    const body = Buffer.from(row.body).subarray(0, BODY_LENGTH);
    return { ...toInboxItem(row), body: body.toString('utf8') };
  }

  async #counts(source: string | undefined): Promise<InboxPage['counts']> {
    const query = this.#database
      .client('stability_inbox')
      .select('state')
      .count({ total: '*' })
      .groupBy('state');
    const rows: Array<{ state?: InboxState; total?: number | string }> =
      await (source ? query.where({ source }) : query);
    const found = new Map(rows.map(({ state, total }) => [state, total]));
    return Object.fromEntries(
      INBOX_STATES.map(state => [state, Number(found.get(state) ?? 0)]),
    ) as InboxPage['counts'];
  }

  async #readSources(): Promise<InboxPage['sources']> {
    const rows = await this.#database.client('stability_door').select('*');
    const heard = new Map(rows.map(row => [row.source, row]));
    return this.#sources.map(({ source, configured }) => {
      const row = heard.get(source);
      const rejected = Number(row?.rejected_count ?? 0);
      return {
        source,
        configured,
        lastReceivedAt: row?.last_received_at
          ? new Date(Number(row.last_received_at)).toISOString()
          : undefined,
        rejectedSince:
          rejected > 0
            ? {
                count: rejected,
                lastAt: new Date(Number(row.last_rejected_at)).toISOString(),
              }
            : undefined,
      };
    });
  }
}
