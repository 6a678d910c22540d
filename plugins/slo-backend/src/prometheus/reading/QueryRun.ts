import {
  QueryRefusedError,
  QueryTimeoutError,
  QueryTooLargeError,
  SourceUnavailableError,
  type PrometheusApi,
} from '@plimsoll/prometheus-client';
import type { ServerIncrease } from '@plimsoll/promql';
import { emptyAnswer, type Answer } from './Answer';
import { BundledQuery } from './BundledQuery';
import {
  evaluationsAt,
  inPieces,
  pointCount,
  type Evaluation,
} from './Evaluation';
import type { Expression } from './Expression';
import type { FaultMemory } from './FaultMemory';
import { packQueries } from './packQueries';
import { planUnits } from './planUnits';
import { QueryLength, SHORT_QUERY_BYTES } from './QueryLength';
import { splitUnits, type QueryUnit } from './QueryUnit';
import type { Schedule } from './scheduleReads';
import { sortSeries } from './sortSeries';

/** Values that one answer may hold, about 1.5 MB of JSON. */
const MAX_VALUES = 50_000;
/** Prometheus refuses more than 11,000 points a series. */
const MAX_POINTS = 10_000;
const MAX_RANGE_SECONDS = 31 * 86_400;
const MAX_TIMEOUTS = 4;
/** So many slow expressions, or this share of them, are at fault themselves. */
const MAX_SLOW_EXPRESSIONS = 3;
const MAX_SLOW_SHARE = 0.05;
/** Several expressions together are given up early, to find the slow one. */
const BUNDLE_TIMEOUT_SECONDS = 10;
/** A culprit is found in few steps where each step costs a timeout. */
const PARTS_AFTER_TIMEOUT = 16;

/** What a run works with. */
export interface QueryRunOptions {
  api: PrometheusApi;
  faults: FaultMemory;
  /** How long queries may be; learned anew by default. */
  length?: QueryLength;
  /** What the server can do by itself; nothing by default. */
  serverIncrease?: ServerIncrease;
  signal: AbortSignal;
}

/**
 * Asks the source for expressions and keeps the answers. A query that the
 * server refuses is cut into halves until the culprit stands alone; the others
 * never notice. What is wrong with the source itself is thrown.
 */
export class QueryRun {
  readonly #options: QueryRunOptions;
  readonly #length: QueryLength;
  readonly #answers = new Map<string, Answer>();
  #requests = 0;
  #successes = 0;
  #timeouts = 0;
  /** Short queries that were refused all the same. */
  #refusals = 0;
  readonly #tooSlow = new Set<Expression>();

  static create(options: QueryRunOptions): QueryRun {
    return new QueryRun(options);
  }

  private constructor(options: QueryRunOptions) {
    this.#options = options;
    this.#length = options.length ?? QueryLength.create();
  }

  /** Requests that were sent. */
  get requests(): number {
    return this.#requests;
  }

  /** The answer for an expression; without values when there was none. */
  answerOf(expression: Expression): Answer {
    const answer = this.#answers.get(expression.key) ?? emptyAnswer();
    this.#answers.set(expression.key, answer);
    return answer;
  }

  /**
   * Asks for the expressions at the points of each evaluation, and once more,
   * carefully, for those whose counters were reset there.
   *
   * @throws SourceUnavailableError when the source does not answer, or takes
   * too long for more than a few expressions
   */
  async ask(schedules: readonly Schedule[]): Promise<void> {
    const all = schedules.flatMap(({ expressions }) => expressions).length;
    try {
      await Promise.all(
        schedules.flatMap(({ expressions, evaluations }) => {
          const asked = this.#withoutKnownFaults(expressions);
          const units = planUnits(asked);
          return evaluations.map(async evaluation => {
            await this.#evaluate({ units, evaluation, careful: false });
            await this.#readResets(asked, evaluation);
          });
        }),
      );
    } catch (error) {
      // found slow before time ran out: the next run gets further without it
      if (this.#successes > 0 && this.#isFewOf(all)) {
        this.#rememberSlow();
      }
      throw error;
    }
    if (this.#tooSlow.size) {
      await this.#judgeSlowness(all);
    }
  }

  /** A few slow queries are at fault themselves; many speak of the source. */
  async #judgeSlowness(all: number): Promise<void> {
    const isUp =
      this.#isFewOf(all) &&
      (this.#successes > 0 || (await this.#answersAtAll()));
    if (!isUp) {
      throw this.#allTooSlow(undefined);
    }
    this.#rememberSlow();
  }

  #isFewOf(all: number): boolean {
    const most = Math.max(MAX_SLOW_EXPRESSIONS, all * MAX_SLOW_SHARE);
    return this.#tooSlow.size <= most;
  }

  #rememberSlow(): void {
    for (const expression of this.#tooSlow) {
      const { fault } = this.answerOf(expression);
      this.#options.faults.remember(expression.key, fault!);
    }
  }

  async #answersAtAll(): Promise<boolean> {
    const { api, signal } = this.#options;
    const time = Math.floor(Date.now() / 1_000);
    this.#requests += 1;
    return api.query({ query: 'vector(1)', time, signal }).then(
      () => true,
      () => false,
    );
  }

  async #readResets(
    expressions: readonly Expression[],
    evaluation: Evaluation,
  ): Promise<void> {
    const isWithin = (time: number, { start, end }: Evaluation) =>
      start <= time && time <= end;
    const times = expressions.flatMap(expression =>
      Array.from(this.answerOf(expression).resets).filter(time =>
        isWithin(time, evaluation),
      ),
    );
    await Promise.all(
      evaluationsAt(times, evaluation).map(piece => {
        const concerned = expressions.filter(expression =>
          Array.from(this.answerOf(expression).resets).some(time =>
            isWithin(time, piece),
          ),
        );
        return this.#evaluate({
          units: planUnits(concerned),
          evaluation: piece,
          careful: true,
        });
      }),
    );
  }

  async #evaluate(request: {
    units: readonly QueryUnit[];
    evaluation: Evaluation;
    careful: boolean;
    maxBytes?: number;
  }): Promise<void> {
    await Promise.all(
      packQueries({
        maxBytes: this.#length.maxBytes,
        serverIncrease: this.#options.serverIncrease,
        ...request,
      }).flatMap(query => {
        const points = Math.min(
          MAX_POINTS,
          MAX_RANGE_SECONDS / request.evaluation.step,
          MAX_VALUES / query.memberCount,
        );
        return inPieces(
          request.evaluation,
          Math.max(1, Math.floor(points)),
        ).map(evaluation => this.#send(query, evaluation));
      }),
    );
  }

  async #send(query: BundledQuery, evaluation: Evaluation): Promise<void> {
    const { api, signal } = this.#options;
    const { start, end, step } = evaluation;
    const request = {
      query: query.text,
      timeoutSeconds:
        query.memberCount > 1 ? BUNDLE_TIMEOUT_SECONDS : undefined,
      signal,
    };
    this.#requests += 1;
    try {
      const series =
        start === end
          ? await api.query({ ...request, time: end })
          : await api.queryRange({ ...request, start, end, step });
      this.#successes += 1;
      sortSeries({ query, series, answerOf: e => this.answerOf(e) });
    } catch (error) {
      await this.#afterFailure(error, query, evaluation);
    }
  }

  async #afterFailure(
    error: unknown,
    query: BundledQuery,
    evaluation: Evaluation,
  ): Promise<void> {
    const isTooMuch =
      error instanceof QueryTooLargeError || error instanceof QueryTimeoutError;
    if (!isTooMuch && !(error instanceof QueryRefusedError)) {
      throw error;
    }
    const isSlow = error instanceof QueryTimeoutError;
    const isLong = Buffer.byteLength(query.text) > SHORT_QUERY_BYTES;
    if (isLong && !isSlow && query.memberCount > 1) {
      await this.#sendShorter(query, evaluation);
      return;
    }
    this.#refusals += 1;
    if (isSlow) {
      this.#timeouts += 1;
      if (this.#timeouts >= MAX_TIMEOUTS && !this.#successes) {
        throw this.#allTooSlow(error);
      }
    }
    const points = pointCount(evaluation);
    // who is slow is found first, so that the others have their answers
    if (isTooMuch && points > 1 && !(isSlow && query.memberCount > 1)) {
      const pieces = inPieces(evaluation, Math.ceil(points / 2));
      await (isSlow
        ? this.#sendUntilFaulty(query, pieces)
        : Promise.all(pieces.map(piece => this.#send(query, piece))));
      return;
    }
    if (query.memberCount > 1) {
      const { units, careful } = query;
      const parts = isSlow ? PARTS_AFTER_TIMEOUT : 2;
      await Promise.all(
        splitUnits(units, parts).map(some =>
          this.#send(
            BundledQuery.create({
              units: some,
              evaluation,
              careful,
              serverIncrease: this.#options.serverIncrease,
            }),
            evaluation,
          ),
        ),
      );
      return;
    }
    const [{ expression }] = query.units[0].members;
    this.answerOf(expression).fault = error.message;
    if (isSlow) {
      this.#tooSlow.add(expression);
    } else {
      this.#options.faults.remember(expression.key, error.message);
    }
  }

  /** Where all parts are taken, it was the length that was not. */
  async #sendShorter(
    { units, careful }: BundledQuery,
    evaluation: Evaluation,
  ): Promise<void> {
    const refusals = this.#refusals;
    const maxBytes = SHORT_QUERY_BYTES;
    await this.#evaluate({ units, evaluation, careful, maxBytes });
    if (this.#refusals === refusals) {
      this.#length.refused();
    }
  }

  /** Each piece may cost a timeout, and one point that fails tells enough. */
  async #sendUntilFaulty(
    query: BundledQuery,
    pieces: readonly Evaluation[],
  ): Promise<void> {
    const [{ expression }] = query.units[0].members;
    for (const piece of pieces) {
      if (this.answerOf(expression).fault === undefined) {
        await this.#send(query, piece);
      }
    }
  }

  #withoutKnownFaults(expressions: readonly Expression[]): Expression[] {
    return expressions.filter(expression => {
      const fault = this.#options.faults.recall(expression.key);
      if (fault !== undefined) {
        this.answerOf(expression).fault = fault;
      }
      return fault === undefined;
    });
  }

  #allTooSlow(last: { message: string } | undefined): Error {
    const reason = last ? `: ${last.message}` : '';
    return new SourceUnavailableError(
      `The source takes too long for every query${reason}`,
      { isTransient: true },
    );
  }
}
