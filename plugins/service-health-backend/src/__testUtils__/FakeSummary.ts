import { NotFoundError } from '@backstage/errors';

interface Changed {
  entityRef: string;
  changedAt: string;
  currency?: string;
}

/** A plugin's summary in memory: oldest change first, a few on a page. */
export class FakeSummary<T extends Changed> {
  /** What it was asked. */
  readonly asked: Array<{ since?: string; cursor?: string }> = [];
  /** Thrown instead of an answer. */
  fault: Error | undefined;
  /** Called before a page is given out. */
  onPage: (cursor: string | undefined) => void = () => {};
  readonly #rows = new Map<string, T>();
  readonly #pageSize: number;

  constructor(options: { pageSize?: number } = {}) {
    this.#pageSize = options.pageSize ?? 2;
  }

  set(row: T): void {
    this.#rows.set(`${row.entityRef} ${row.currency ?? ''}`, row);
  }

  remove(entityRef: string, currency = ''): void {
    this.#rows.delete(`${entityRef} ${currency}`);
  }

  async getSummary(request: { since?: string; cursor?: string }): Promise<{
    items: T[];
    totalItems: number;
    pageInfo: { nextCursor?: string };
  }> {
    const { since = '', cursor = '' } = request;
    this.asked.push({ since: request.since, cursor: request.cursor });
    this.onPage(request.cursor);
    if (this.fault) {
      throw this.fault;
    }
    const rows = [...this.#rows.entries()]
      .map(([key, row]) => ({ place: `${row.changedAt} ${key}`, row }))
      .filter(({ place, row }) => row.changedAt >= since && place > cursor)
      .sort((a, b) => (a.place < b.place ? -1 : 1));
    const page = rows.slice(0, this.#pageSize);
    const isMore = rows.length > page.length;
    return {
      items: page.map(({ row }) => row),
      totalItems: rows.length,
      pageInfo: isMore ? { nextCursor: page[page.length - 1].place } : {},
    };
  }
}

/** What a client throws where a plugin is not there. */
export function notInstalled(): Error {
  return Object.assign(new NotFoundError('no such plugin'), {
    statusCode: 404,
  });
}
