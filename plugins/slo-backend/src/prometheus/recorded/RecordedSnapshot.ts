import type { LabelMatcher, PrometheusApi } from '@plimsoll/prometheus-client';
import { BASE_STEP_SECONDS } from '../reading/measure';
import type { ReadSpan } from '../reading/scheduleReads';
import { askFleet, type FleetValues } from './askFleet';
import {
  HALF_SECONDS,
  recordedPoints,
  type RecordedPoints,
} from './recordedPoints';
import {
  allBadQuery,
  knownQuery,
  valuesQuery,
  type RecordedSeries,
  type RecordedSpan,
} from './recordedQueries';

/** What a snapshot is taken with. */
export interface RecordedSnapshotOptions {
  api: PrometheusApi;
  matchers: readonly LabelMatcher[];
  span: ReadSpan;
  /** How many definitions there may be. */
  expected: number;
}

/**
 * What is recorded of the whole fleet over one stretch: first which definitions
 * there are at all, and once anybody needs them their values, in a number of
 * queries that does not grow with the fleet.
 */
export class RecordedSnapshot {
  readonly points: RecordedPoints;
  readonly #options: RecordedSnapshotOptions;
  readonly #values = new Map<string, FleetValues>();
  #known: ReadonlySet<string> = new Set();
  #allBad: ReadonlySet<string> = new Set();
  #loading: Promise<void> | undefined;
  #requests = 0;

  /** Asks which definitions are recorded. */
  static async take(
    options: RecordedSnapshotOptions,
  ): Promise<RecordedSnapshot> {
    const snapshot = new RecordedSnapshot(options);
    await snapshot.#takeCensus();
    return snapshot;
  }

  private constructor(options: RecordedSnapshotOptions) {
    this.#options = options;
    this.points = recordedPoints(options.span);
  }

  /** Definitions whose rules are evaluated. */
  get known(): ReadonlySet<string> {
    return this.#known;
  }

  /** Requests that were sent since this was asked for last. */
  takeRequests(): number {
    const requests = this.#requests;
    this.#requests = 0;
    return requests;
  }

  /** Reads the values; those who come later share them. */
  async load(): Promise<void> {
    this.#loading ??= this.#loadAll().catch(error => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  /**
   * Units a second at an instant, once the values are loaded; `undefined` where
   * nothing is recorded that can be trusted.
   */
  rateAt(options: {
    definition: string;
    series: RecordedSeries;
    span: RecordedSpan;
    time: number;
  }): number | undefined {
    const { definition, series, span, time } = options;
    return this.#values
      .get(`${span} ${series} ${placeOf(span, time)}`)
      ?.get(definition)
      ?.get(time);
  }

  /**
   * Whether all may have been bad at some evaluation that the values rest on,
   * or so shortly before that rates have not recovered from it; once they are
   * loaded.
   */
  mayBeAllBad(definition: string): boolean {
    return this.#allBad.has(definition);
  }

  async #takeCensus(): Promise<void> {
    const { to } = this.#options.span;
    const found = await this.#ask(knownQuery, { start: to, end: to });
    this.#known = new Set(found.keys());
  }

  async #loadAll(): Promise<void> {
    const { settled, unsettled, partial } = this.points;
    const instants = new Set([
      ...unsettled,
      ...(partial ? [partial.start, partial.end] : []),
    ]);
    const ranges = [
      ...Array.from(instants, time => ({
        span: 'newest' as const,
        start: time,
        end: time,
      })),
      ...(settled.length
        ? [
            {
              span: 'settled' as const,
              start: settled[0] + HALF_SECONDS,
              end: settled.at(-1)! + HALF_SECONDS,
            },
          ]
        : []),
    ];
    await Promise.all([
      this.#loadAllBad(),
      ...ranges.flatMap(({ span, ...range }) =>
        (['bad', 'total'] as const).map(async series => {
          const values = await this.#ask(
            query => valuesQuery({ ...query, series, span }),
            range,
          );
          const place = placeOf(span, range.start);
          this.#values.set(`${span} ${series} ${place}`, values);
        }),
      ),
    ]);
  }

  async #loadAllBad(): Promise<void> {
    const { from, to } = this.#options.span;
    const stretchSeconds = to - from + BASE_STEP_SECONDS;
    const found = await this.#ask(
      query => allBadQuery({ ...query, stretchSeconds }),
      { start: to, end: to },
    );
    this.#allBad = new Set(found.keys());
  }

  #ask(
    text: typeof knownQuery,
    range: { start: number; end: number },
  ): Promise<FleetValues> {
    const { api, matchers, expected } = this.#options;
    return askFleet({
      api,
      queryOf: definitions => text({ matchers, definitions }),
      expected: Math.max(expected, this.#known.size),
      ...range,
      onRequest: () => {
        this.#requests += 1;
      },
    });
  }
}

/** All settled buckets are asked for at once, the newest ones one by one. */
function placeOf(span: RecordedSpan, time: number): number | undefined {
  return span === 'newest' ? time : undefined;
}
