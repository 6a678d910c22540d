import type {
  StabilityApi,
  StabilityPage,
  StabilityRequestOptions,
} from '@plimsoll/plugin-stability-common';
import type { ServiceEvents } from './ServiceEvents';
import { toServiceEvents } from './toServiceEvents';

/** Items of one page: the most that the stability API gives. */
const PAGE = 100;

/** @see FactsReader */
export interface FactsReaderOptions {
  client: Pick<
    StabilityApi,
    'listDeployments' | 'listIncidents' | 'getSummary'
  >;
  /** A token of this backend for the stability plugin. */
  token(): Promise<string>;
}

/** Reads facts out of the stability plugin, page by page. */
export class FactsReader {
  readonly #options: FactsReaderOptions;

  static create(options: FactsReaderOptions): FactsReader {
    return new FactsReader(options);
  }

  private constructor(options: FactsReaderOptions) {
    this.#options = options;
  }

  /**
   * What is known of a service since an instant, Unix seconds.
   *
   * @throws ResponseError when the stability plugin does not answer
   */
  async events(
    entityRef: string,
    options: { from: number; signal?: AbortSignal },
  ): Promise<ServiceEvents> {
    const { client } = this.#options;
    const query = { entityRef, from: isoOf(options.from), limit: PAGE };
    const { signal } = options;
    const [deployments, incidents] = await Promise.all([
      this.#all(signal, (cursor, how) =>
        client.listDeployments({ ...query, cursor }, how),
      ),
      this.#all(signal, (cursor, how) =>
        client.listIncidents({ ...query, cursor }, how),
      ),
    ]);
    return toServiceEvents({ deployments, incidents });
  }

  /** Refs of the services whose facts have changed since, Unix seconds. */
  async changed(options: {
    since: number;
    signal?: AbortSignal;
  }): Promise<Set<string>> {
    const { client } = this.#options;
    const since = isoOf(options.since);
    const services = await this.#all(options.signal, (cursor, how) =>
      client.getSummary({ since, limit: PAGE, cursor }, how),
    );
    return new Set(services.map(({ entityRef }) => entityRef));
  }

  async #all<T>(
    signal: AbortSignal | undefined,
    read: (
      cursor: string | undefined,
      options: StabilityRequestOptions,
    ) => Promise<StabilityPage<T>>,
  ): Promise<T[]> {
    const token = await this.#options.token();
    const items: T[] = [];
    let cursor: string | undefined;
    do {
      const page = await read(cursor, { token, signal });
      items.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor !== undefined);
    return items;
  }
}

function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
