import type { Group } from '@plimsoll/promql';
import type { Expression } from './Expression';

/**
 * Expressions that one piece of PromQL answers: a single one, or several of
 * one shape that differ in the value of one label.
 */
export interface QueryUnit {
  /** Label that tells the members apart; absent for a single expression. */
  label?: string;
  members: readonly UnitMember[];
}

/** One expression of a unit. */
export interface UnitMember {
  expression: Expression;
  /** Value of the unit's label; empty for a single expression. */
  value: string;
}

/** The group that a unit asks for; `undefined` for a single expression. */
export function groupOf({ label, members }: QueryUnit): Group | undefined {
  return label === undefined || members.length === 1
    ? undefined
    : { label, values: members.map(({ value }) => value) };
}

/**
 * Splits units into `parts` lists of about as many members each; fewer where
 * there are not that many.
 */
export function splitUnits(
  units: readonly QueryUnit[],
  parts: number,
): QueryUnit[][] {
  const total = units.reduce((sum, { members }) => sum + members.length, 0);
  const size = Math.ceil(total / parts);
  const lists: QueryUnit[][] = [[]];
  let free = size;
  for (const { label, members } of units) {
    for (let from = 0; from < members.length; ) {
      if (free === 0) {
        lists.push([]);
        free = size;
      }
      const taken = members.slice(from, from + free);
      lists.at(-1)!.push({ label, members: taken });
      from += taken.length;
      free -= taken.length;
    }
  }
  return lists;
}
