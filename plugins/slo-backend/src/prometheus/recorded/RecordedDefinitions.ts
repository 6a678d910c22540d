import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import {
  baseSeries,
  expressionsFingerprint,
  RefusedQueryError,
  seriesDefinition,
  type RuleSettings,
} from '@plimsoll/plugin-slo-common/rules';
import type { Measurement } from '../reading/measure';

/**
 * Knows of what the recorded series of an objective have to be made today:
 * makes its rules as they are served, and names them. What several objectives
 * share is made once.
 */
export class RecordedDefinitions {
  readonly #settings: RuleSettings;
  readonly #expressions = new WeakMap<Measurement, string>();

  static create(settings: RuleSettings): RecordedDefinitions {
    return new RecordedDefinitions(settings);
  }

  private constructor(settings: RuleSettings) {
    this.#settings = settings;
  }

  /**
   * The name of its definition; `undefined` where recorded series would not say
   * what the ledger means. Those are time slices: a rule judges a slice up to
   * a slice later, and by quotients of rates, which may fall on the other side
   * of the slice's target.
   *
   * @param measurement - how this objective is measured
   */
  nameOf(
    objective: ObjectiveDefinition,
    measurement: Measurement,
  ): string | undefined {
    if (objective.budgeting.method !== 'occurrences') {
      return undefined;
    }
    const expressions =
      this.#expressions.get(measurement) ?? this.#make(objective);
    this.#expressions.set(measurement, expressions);
    return expressions
      ? seriesDefinition({ key: objective, expressions })
      : undefined;
  }

  /** Empty where the document becomes no rule. */
  #make(objective: ObjectiveDefinition): string {
    try {
      return expressionsFingerprint(baseSeries(objective, this.#settings));
    } catch (error) {
      if (error instanceof RefusedQueryError) {
        return '';
      }
      throw error;
    }
  }
}
