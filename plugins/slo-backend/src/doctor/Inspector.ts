import type {
  ObjectiveDefinition,
  ObjectiveInspection,
} from '@plimsoll/plugin-slo-common';
import type { ObjectiveSources } from '../objectives/ObjectiveSources';
import { sanitizeSourceError } from '../sources/sanitizeSourceError';
import { SharedQuestions } from '../sources/SharedQuestions';
import { SourceTurns } from '../sources/SourceTurns';

/** Whatever the source does inside. */
const TIMEOUT_MS = 20_000;

/** What a source said of an objective, or why it said nothing. */
export type Inspected =
  | { inspection: ObjectiveInspection; at: number; reason?: undefined }
  | { inspection?: undefined; reason: string; fix: string };

interface Answer {
  inspection: ObjectiveInspection;
  /** Unix seconds. */
  at: number;
}

interface InspectorOptions {
  sources: ObjectiveSources;
  /** Shared by all who ask sources for people; its own by default. */
  turns?: SourceTurns;
  /** Unix seconds. */
  now(): number;
  /** Longest wait for a source, 20 s by default. */
  timeoutMs?: number;
}

/**
 * Asks sources about objectives for the doctor: one at a time, with an end to
 * the wait, and the same question once a minute, whoever asks.
 */
export class Inspector {
  readonly #sources: ObjectiveSources;
  readonly #now: () => number;
  readonly #questions: SharedQuestions<Answer>;

  static create(options: InspectorOptions): Inspector {
    return new Inspector(options);
  }

  private constructor(options: InspectorOptions) {
    const { sources, turns = SourceTurns.create(), now } = options;
    this.#sources = sources;
    this.#now = now;
    this.#questions = SharedQuestions.create({
      turns,
      now,
      timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    });
  }

  /**
   * What stands behind the queries of an objective; never throws.
   *
   * @param signal - when the caller waits no longer. The source is let go of
   * once nobody waits.
   */
  async inspect(
    objective: ObjectiveDefinition,
    signal?: AbortSignal,
  ): Promise<Inspected> {
    const { source: name, indicator, budgeting, window } = objective;
    const source = this.#sources.get(name)?.source;
    if (!source?.inspect) {
      return {
        reason: `the source '${name}' cannot be asked about what stands behind queries`,
        fix: 'Look at the numbers of the objective once it is measured',
      };
    }
    const { inspect } = source;
    const outcome = await this.#questions.ask({
      source: name,
      key: JSON.stringify([indicator, budgeting, window]),
      signal,
      ask: async stop => {
        const at = this.#now();
        const request = { objective, at, signal: stop };
        return { inspection: await inspect.call(source, request), at };
      },
    });
    switch (outcome.kind) {
      case 'answer':
        return outcome.answer;
      case 'failed':
        return {
          reason: `the source '${name}' could not be asked: ${sanitizeSourceError(
            outcome.error,
          )}`,
          fix: 'Ask again later; everything that needs no source is checked',
        };
      case 'busy':
        return {
          reason: 'too many documents are being checked',
          fix: 'Ask again in a minute',
        };
      default:
        return {
          reason: 'its source had no time left to answer',
          fix: 'Check this document alone, or ask again later',
        };
    }
  }
}
