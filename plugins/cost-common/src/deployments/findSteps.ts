import type { CostStep } from './CostStep';
import type { FoundStep, StepDoubt } from './FoundStep';
import { measureStep, type StepMeasure } from './measureStep';
import type { OrdinaryChange } from './ordinaryChange';
import { placeStep } from './placeStep';
import { type StepCandidate, stepCandidates } from './StepCandidate';
import { NEAR_DAYS, stepDoubt } from './stepDoubt';
import type { UnitCostSeries } from './UnitCostSeries';

/** How often what was found is measured again beside the rest. */
const REFINEMENTS = 2;

/** Days at which a jump of the level may be the same as a step. */
const SAME_DAYS = 7;

/** @see findSteps */
export interface FindStepsOptions {
  series: UnitCostSeries;
  ordinary: OrdinaryChange;
  /** When something went live, in days since 1970; once a day. */
  instants: readonly number[];
}

/** What is known of deployments, by numbers of days. */
export interface FoundSteps {
  steps: readonly FoundStep[];
  doubts: ReadonlyMap<number, StepDoubt>;
  /** How many days with deployments were compared. */
  tried: number;
  /** What is known to have changed beside what went live on a day. */
  besides(day: number): readonly CostStep[];
}

/** Something that may have been it, with what it would have changed. */
type Measured = StepCandidate & { measure: Required<StepMeasure> };

class StepSearch {
  readonly #series: UnitCostSeries;
  readonly #ordinary: OrdinaryChange;
  readonly #candidates: readonly StepCandidate[];
  readonly #tried: number;
  /** Those that are not asked again. */
  readonly #doubts = new Map<number, StepDoubt>();
  /** Those that would have been beyond chance but for a turn of the month. */
  readonly #besideTurns = new Set<number>();
  #found: FoundStep[] = [];

  constructor(options: FindStepsOptions) {
    const { series, ordinary } = options;
    this.#series = series;
    this.#ordinary = ordinary;
    this.#candidates = stepCandidates({ ...options, days: series.days });
    this.#tried = 1;
    this.#tried = this.#measureOpen().filter(({ isTurn }) => !isTurn).length;
  }

  run(): FoundSteps {
    let isGoingOn = true;
    while (isGoingOn) {
      isGoingOn = this.#findNext();
    }
    for (let round = 0; round < REFINEMENTS; round++) {
      this.#found = this.#refined();
    }
    return {
      steps: this.#found.filter(({ isTurn }) => !isTurn),
      doubts: new Map([
        ...[...this.#besideTurns].map(day => [day, 'turn-of-month'] as const),
        ...this.#doubts,
      ]),
      tried: this.#tried,
      besides: day => this.#besides(day, this.#found),
    };
  }

  /** @returns whether there was anything beyond chance, found or refused */
  #findNext(): boolean {
    const open = this.#measureOpen();
    const best = open.find(isClear);
    if (!best) {
      return false;
    }
    const { at, alternatives } = this.#place(best, this.#found);
    const rivals = [at, ...alternatives];
    const isAlike = (one: Measured) => meanOf(one) * meanOf(best) > 0;
    const turn = this.#turnAmong(rivals);
    if (turn) {
      const alike = open.filter(one => !one.isTurn && isAlike(one));
      alike
        .filter(one => isClear(one) && isNear(one, turn))
        .forEach(({ day }) => this.#besideTurns.add(day));
      this.#giveToTurn(
        turn,
        alike.filter(({ at: one }) => [...rivals, best.at].includes(one)),
      );
      return true;
    }
    const winner = open.find(one => one.at === at);
    if (!winner || !isClear(winner) || !isAlike(winner)) {
      this.#doubts.set(best.day, 'not-beside');
      return true;
    }
    const step = stepOf(winner, alternatives);
    const doubt = this.#doubtOf(winner, step, this.#found);
    if (doubt) {
      this.#doubts.set(winner.day, doubt);
    } else {
      this.#found.push(step);
    }
    return true;
  }

  #giveToTurn(turn: StepCandidate, rivals: readonly Measured[]) {
    rivals.forEach(({ day }) => this.#doubts.set(day, 'turn-of-month'));
    const measured = this.#measure(turn, this.#found);
    if (measured) {
      this.#found.push(stepOf(measured, []));
    } else {
      this.#doubts.set(turn.day, 'turn-of-month');
    }
  }

  /** Each measured again beside the others; what does not stand goes. */
  #refined(): FoundStep[] {
    return this.#found.flatMap(step => {
      const found = this.#found.filter(other => other !== step);
      const measured = this.#measure(step, found);
      if (!measured || !isClear(measured)) {
        return [];
      }
      if (step.isTurn) {
        return [stepOf(measured, [])];
      }
      const { at, alternatives } = this.#place(step, found);
      const rivals = [at, ...alternatives];
      const again = stepOf(
        measured,
        rivals.filter(one => one !== step.at),
      );
      const isIt = rivals.includes(step.at);
      const doubt = this.#turnAmong(rivals)
        ? 'turn-of-month'
        : this.#doubtOf(measured, again, found);
      if (doubt || !isIt) {
        this.#doubts.set(step.day, doubt ?? 'not-beside');
        return [];
      }
      return [again];
    });
  }

  /**
   * Which is clearest depends on what else is in its days; which it was does
   * not, so all that may have been it are asked of the same days, also those
   * that nothing is known of yet.
   */
  #place(of: StepCandidate, found: readonly FoundStep[]) {
    return placeStep({
      series: this.#series,
      ordinary: this.#ordinary,
      others: this.#besides(of.day, found),
      candidates: this.#candidates
        .filter(
          one => isNear(one, of) && found.every(({ day }) => day !== one.day),
        )
        .map(({ at }) => at),
    });
  }

  #turnAmong(instants: readonly number[]): StepCandidate | undefined {
    return this.#candidates.find(
      ({ at, isTurn }) => isTurn && instants.includes(at),
    );
  }

  #doubtOf(
    { measure }: Measured,
    step: FoundStep,
    found: readonly FoundStep[],
  ): StepDoubt | undefined {
    return stepDoubt({
      series: this.#series,
      ordinary: this.#ordinary,
      step,
      measure,
      found,
      others: this.#besides(step.day, found),
    });
  }

  /** Neither found nor refused, the clearest first. */
  #measureOpen(): Measured[] {
    const known = new Set([
      ...this.#found.map(({ day }) => day),
      ...this.#doubts.keys(),
    ]);
    return this.#candidates
      .filter(({ day }) => !known.has(day))
      .flatMap(one => this.#measure(one, this.#found) ?? [])
      .sort((a, b) => strengthOf(b) - strengthOf(a) || a.day - b.day);
  }

  #measure(
    candidate: StepCandidate,
    found: readonly FoundStep[],
  ): Measured | undefined {
    const { weighed, ...measure } = measureStep({
      series: this.#series,
      day: candidate.day,
      others: this.#besides(candidate.day, found),
      ordinary: this.#ordinary,
      tried: this.#tried,
    });
    return weighed && { ...candidate, measure: { ...measure, weighed } };
  }

  /**
   * Steps that were found, and jumps that are too far from them and from a day
   * to be the same, whoever did them.
   */
  #besides(day: number, found: readonly CostStep[]): readonly CostStep[] {
    const steps = found.filter(step => step.day !== day);
    const taken = [day, ...steps.map(step => step.day)];
    return [
      ...steps,
      ...this.#series.jumps.filter(jump =>
        taken.every(one => Math.abs(one - jump.day) > SAME_DAYS),
      ),
    ];
  }
}

/**
 * Finds which deployments changed the unit cost, the clearest first: each is
 * then taken out of the days before the next is looked for, so that one change
 * is blamed on one deployment, however many went live around it. The first of
 * each month competes with them: what it explains as well is no deployment's.
 */
export function findSteps(options: FindStepsOptions): FoundSteps {
  return new StepSearch(options).run();
}

/** A day more than at which they are mistaken for each other. */
function isNear(one: StepCandidate, other: StepCandidate): boolean {
  return Math.abs(one.at - other.at) <= NEAR_DAYS + 1;
}

function strengthOf({ measure }: Measured): number {
  return measure.weighed.strength;
}

function meanOf({ measure }: Measured): number {
  return measure.weighed.mean;
}

function isClear({ measure: { weighed } }: Measured): boolean {
  return weighed.strength > weighed.needed;
}

function stepOf(of: Measured, alternatives: readonly number[]): FoundStep {
  const { at, day, isTurn, measure } = of;
  return {
    at,
    day,
    isTurn,
    change: measure.weighed.mean,
    pairs: measure.pairs.length,
    alternatives: alternatives.map(Math.floor),
  };
}
