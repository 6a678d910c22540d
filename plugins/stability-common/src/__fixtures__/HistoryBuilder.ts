import { DEFAULT_FACT_RULES } from '../facts/DEFAULT_FACT_RULES';
import { deploymentIdOf } from '../facts/deployments/deploymentIdOf';
import { factsOf } from '../facts/factsOf';
import type {
  FactRules,
  ServiceFacts,
  ServiceHistory,
} from '../facts/ServiceFacts';
import type { BudgetAnswer } from '../observation/BudgetAnswer';
import type { ChangeObservation } from '../observation/ChangeObservation';
import type { Correction, CorrectionChange } from '../observation/Correction';
import type {
  DeploymentObservation,
  DeploymentPhase,
} from '../observation/DeploymentObservation';
import type { IncidentObservation } from '../observation/IncidentObservation';
import type { Observation } from '../observation/Observation';
import { instantIn, later } from './instants';

type Told<T> = Partial<Omit<T, 'id' | 'at' | 'kind' | 'entityRef'>>;

/**
 * Tells what happened to one service, in few words. Instants may leave out the
 * year (2026), the seconds and the zone (UTC): `11-03 14:06:10`.
 */
export class HistoryBuilder {
  readonly #entityRef: string;
  readonly #observations: Observation[] = [];
  readonly #answers: BudgetAnswer[] = [];
  readonly #corrections: Correction[] = [];

  static create(options: { entityRef?: string } = {}): HistoryBuilder {
    return new HistoryBuilder(
      options.entityRef ?? 'component:default/checkout',
    );
  }

  private constructor(entityRef: string) {
    this.#entityRef = entityRef;
  }

  /** A run from its start to its end, one minute long unless told otherwise. */
  deploys(
    version: string,
    options: Told<DeploymentObservation> & {
      /** When it started. */
      at: string;
      seconds?: number;
      /** `undefined` for one that goes on. */
      ends?: DeploymentPhase | undefined;
    },
  ): this {
    const { at, seconds = 60, runId, ...told } = options;
    const ends = 'ends' in options ? options.ends : 'succeeded';
    const start = instantIn(at);
    const source = told.source ?? 'github';
    const run = runId ?? `${source}:${version}:${start}`;
    this.#step(run, 'started', start, { version, ...told });
    if (ends !== undefined) {
      this.#step(run, ends, later(start, seconds), { version, ...told });
    }
    return this;
  }

  /** An incident from its trigger to its end, where it has one. */
  incident(
    key: string,
    options: Told<IncidentObservation> & {
      at: string;
      acknowledged?: string;
      resolved?: string;
    },
  ): this {
    const { at, acknowledged, resolved, ...told } = options;
    const steps = [
      ['triggered', at],
      ['acknowledged', acknowledged],
      ['resolved', resolved],
    ] as const;
    for (const [phase, instant] of steps) {
      if (instant !== undefined) {
        this.observe({
          kind: 'incident',
          id: `pagerduty:${key}:${phase}:${instantIn(instant)}`,
          source: 'pagerduty',
          at: instantIn(instant),
          entityRef: this.#entityRef,
          incidentKey: `pagerduty:${key}`,
          label: key,
          title: `${key} title`,
          startedAt: instantIn(at),
          phase,
          ...(phase === 'resolved' && { endedAt: instantIn(instant) }),
          ...told,
        });
      }
    }
    return this;
  }

  /** A change that was merged. */
  merges(
    sha: string,
    options: Told<ChangeObservation> & { at: string; committed?: string },
  ): this {
    const { at, committed, ...told } = options;
    return this.observe({
      kind: 'change',
      id: `github:pull:${sha}`,
      source: 'github',
      at: instantIn(at),
      entityRef: this.#entityRef,
      sha,
      mergedAt: instantIn(at),
      ...(committed !== undefined && { committedAt: instantIn(committed) }),
      ...told,
    });
  }

  /** What the SLO plugin said of the deployment that this run began. */
  burns(
    runId: string,
    options: Partial<BudgetAnswer> & { burned: number; at: string },
  ): this {
    const at = instantIn(options.at);
    const deploymentId = deploymentIdOf({
      entityRef: this.#entityRef,
      environment: 'production',
      runId,
    });
    this.#answers.push({
      kind: 'budget',
      id: `budget:${deploymentId}:${options.objective ?? 'availability'}`,
      entityRef: this.#entityRef,
      deploymentId,
      objective: 'availability',
      displayName: 'Availability',
      from: at,
      to: later(at, 86_400),
      coveredSeconds: 86_400,
      rangeSeconds: 86_400,
      ...options,
      at,
    });
    return this;
  }

  /** A person's word. */
  corrects(
    change: CorrectionChange,
    options: Partial<Correction> & { at: string },
  ): this {
    const at = instantIn(options.at);
    this.#corrections.push({
      kind: 'correction',
      id: `correction:${at}`,
      entityRef: this.#entityRef,
      runIds: [],
      by: 'user:default/maja',
      reason: 'The provider was down at that time',
      change,
      ...options,
      at,
    });
    return this;
  }

  /** Anything else, as it is. */
  observe(observation: Observation): this {
    this.#observations.push(observation);
    return this;
  }

  /** A step of a run. */
  step(
    runId: string,
    phase: DeploymentPhase,
    options: Told<DeploymentObservation> & { at: string },
  ): this {
    const { at, ...told } = options;
    this.#step(runId, phase, instantIn(at), told);
    return this;
  }

  history(): ServiceHistory {
    return {
      entityRef: this.#entityRef,
      observations: [...this.#observations],
      answers: [...this.#answers],
      corrections: [...this.#corrections],
    };
  }

  /** What follows from it, at the end of 2026 unless told otherwise. */
  facts(
    options: { now?: string; rules?: Partial<FactRules> } = {},
  ): ServiceFacts {
    return factsOf({
      history: this.history(),
      rules: { ...DEFAULT_FACT_RULES, ...options.rules },
      now: instantIn(options.now ?? '12-31 00:00'),
    });
  }

  #step(
    runId: string,
    phase: DeploymentPhase,
    at: string,
    told: Told<DeploymentObservation> & Record<string, unknown>,
  ): void {
    const { ends: _, ...rest } = told;
    this.observe({
      kind: 'deployment',
      id: `${runId}:${phase}:${at}`,
      source: 'github',
      at,
      entityRef: this.#entityRef,
      environment: 'production',
      ...rest,
      runId,
      phase,
    });
  }
}
