import type {
  ListObjectivesRequest,
  ObjectivePage,
  RollupRequest,
  SloRollup,
} from '@plimsoll/plugin-slo-common';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import { RecentAnswers } from './RecentAnswers';
import { scopeKey } from './scopeKey';

/**
 * Milliseconds for which equal questions get one page. Evaluations of this
 * process end it at once, so it bounds what a page misses of other replicas,
 * and of a round that is still going on.
 */
const PAGE_MS = 2_000;
/** A page of 100 objectives holds about 150 kB. */
const MAX_PAGES = 100;
/** Milliseconds; what filters offer follows the catalog, not evaluations. */
const FACETS_MS = 10_000;
const MAX_FACETS = 200;
/** One holds about 10 kB, and adds up thousands of rows where a group is all. */
const MAX_ROLLUPS = 100;

/**
 * Pages and filter values of the last moment, for callers who may see the same
 * objectives. A page is kept whole, so that its rows, totals and counts are
 * always of one reading; only the values that filters offer have an age of
 * their own.
 */
export class RecentLists {
  readonly #pages: RecentAnswers<ObjectivePage>;
  readonly #facets: RecentAnswers<ObjectivePage['facets']>;
  readonly #rollups: RecentAnswers<SloRollup>;

  /** @param options.now - see {@link RecentAnswers} */
  static create(options: { now?: () => number } = {}): RecentLists {
    return new RecentLists(options.now);
  }

  private constructor(now: (() => number) | undefined) {
    this.#pages = RecentAnswers.create({
      maxAgeMs: PAGE_MS,
      maxKept: MAX_PAGES,
      now,
    });
    this.#facets = RecentAnswers.create({
      maxAgeMs: FACETS_MS,
      maxKept: MAX_FACETS,
      now,
    });
    this.#rollups = RecentAnswers.create({
      maxAgeMs: PAGE_MS,
      maxKept: MAX_ROLLUPS,
      now,
    });
  }

  async page(
    question: { scope: ObjectiveScope; request: ListObjectivesRequest },
    read: () => Promise<ObjectivePage>,
  ): Promise<ObjectivePage> {
    return this.#pages.get(questionKey(question), read);
  }

  async rollup(
    question: { scope: ObjectiveScope; request: RollupRequest },
    read: () => Promise<SloRollup>,
  ): Promise<SloRollup> {
    return this.#rollups.get(questionKey(question), read);
  }

  async facets(
    question: { scope: ObjectiveScope },
    read: () => Promise<ObjectivePage['facets']>,
  ): Promise<ObjectivePage['facets']> {
    return this.#facets.get(scopeKey(question), read);
  }

  /** To be told when this process has evaluated objectives. */
  evaluated(): void {
    this.#rollups.forget();
    this.#pages.forget();
  }

  /** To be told when this process has followed a change of the catalog. */
  catalogChanged(): void {
    this.#facets.forget();
    this.#rollups.forget();
    this.#pages.forget();
  }
}

function questionKey(question: {
  scope: ObjectiveScope;
  request: object;
}): string {
  const asked = Object.entries(question.request)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([scopeKey(question), asked]);
}
