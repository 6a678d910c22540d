import { NotFoundError } from '@backstage/errors';
import type { InboxItem, InboxPage } from '@plimsoll/plugin-stability-common';
import type { StabilityDatabase } from '../../database/StabilityDatabase';
import type { InboxRow } from '../InboxRow';
import { InboxCounts } from './InboxCounts';
import type { ListInboxRequest } from './inboxRequests';
import { type KnownSource, readSources } from './readSources';
import { LISTED, toInboxItem } from './toInboxItem';

/** Characters of a body that are shown. */
const BODY_LENGTH = 64 * 1024;

/** @see InboxPages */
export interface InboxPagesOptions {
  database: StabilityDatabase;
  /** All doors and polled sources. */
  sources: KnownSource[];
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/** Reads the inbox for people. */
export class InboxPages {
  readonly #database: StabilityDatabase;
  readonly #sources: KnownSource[];
  readonly #counts: InboxCounts;
  readonly #now: () => number;

  static create(options: InboxPagesOptions): InboxPages {
    return new InboxPages(options);
  }

  private constructor(options: InboxPagesOptions) {
    this.#database = options.database;
    this.#sources = options.sources;
    this.#counts = InboxCounts.create(options.database);
    this.#now = options.now ?? Date.now;
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
      this.#counts.read(source),
      readSources({ client, sources: this.#sources, now: this.#now() }),
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
}
