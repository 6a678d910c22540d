import { quoteString } from '@plimsoll/prometheus-client';
import type { ServerIncrease } from '@plimsoll/promql';
import type { Evaluation } from './Evaluation';
import type { Expression } from './Expression';
import { groupOf, type QueryUnit } from './QueryUnit';

/** Label that tells the parts of a bundled query apart. */
const PART_LABEL = 'plimsoll_part';

/** What a series of the answer belongs to. */
export interface SeriesOwner {
  expression: Expression;
  /** Its values, or only where counters were reset. */
  reads: 'values' | 'resets';
}

/** What a query is made of. */
export interface BundledQueryOptions {
  units: readonly QueryUnit[];
  evaluation: Evaluation;
  careful: boolean;
  /** What the server can do by itself. */
  serverIncrease?: ServerIncrease;
}

interface Part {
  text: string;
  reads: SeriesOwner['reads'];
  /** Label that tells the owners apart; absent for a single owner. */
  label?: string;
  owners: Map<string, Expression>;
}

/**
 * One query for several units: each part's series carry its number in a label,
 * and `or` puts them side by side. Beside its values a unit asks where its
 * counters were reset, so that both speak of the same samples.
 */
export class BundledQuery {
  readonly units: readonly QueryUnit[];
  readonly evaluation: Evaluation;
  readonly careful: boolean;
  readonly #serverIncrease: ServerIncrease | undefined;
  readonly #parts: Part[];

  static create(options: BundledQueryOptions): BundledQuery {
    return new BundledQuery(options);
  }

  private constructor(options: BundledQueryOptions) {
    this.units = options.units;
    this.evaluation = options.evaluation;
    this.careful = options.careful;
    this.#serverIncrease = options.serverIncrease;
    this.#parts = options.units.flatMap(unit => this.#partsOf(unit));
  }

  /** How many expressions it asks for. */
  get memberCount(): number {
    return this.units.reduce((sum, unit) => sum + unit.members.length, 0);
  }

  /** The query. */
  get text(): string {
    const [first, ...others] = this.#parts;
    return others.length === 0
      ? first.text
      : this.#parts.map(labelled).join(' or ');
  }

  /** What a series belongs to; `undefined` when nobody asked for it. */
  ownerOf(labels: Readonly<Record<string, string>>): SeriesOwner | undefined {
    const part =
      this.#parts.length === 1
        ? this.#parts[0]
        : this.#parts[Number(labels[PART_LABEL])];
    const value = part?.label === undefined ? '' : labels[part.label];
    const expression = part?.owners.get(value);
    return part && expression && { expression, reads: part.reads };
  }

  #partsOf(unit: QueryUnit): Part[] {
    const group = groupOf(unit);
    const [{ expression }] = unit.members;
    const options = {
      windowSeconds: this.evaluation.windowSeconds,
      careful: this.careful,
      serverIncrease: this.#serverIncrease,
      group,
    };
    const part = (text: string, reads: SeriesOwner['reads']): Part => ({
      text,
      reads,
      label: group?.label,
      owners: new Map(
        unit.members.map(member => [
          group ? member.value : '',
          member.expression,
        ]),
      ),
    });
    const values = part(expression.render(options), 'values');
    const resets = this.careful ? undefined : expression.renderResets(options);
    return resets === undefined ? [values] : [values, part(resets, 'resets')];
  }
}

function labelled({ text }: Part, index: number): string {
  return `label_replace(${text}, ${quoteString(
    PART_LABEL,
  )}, "${index}", "", "")`;
}
