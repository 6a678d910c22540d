import type { Group } from '../promql/QueryTemplate';
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

/** Two units with half the members each. */
export function halves({ label, members }: QueryUnit): QueryUnit[] {
  const middle = Math.ceil(members.length / 2);
  return [
    { label, members: members.slice(0, middle) },
    { label, members: members.slice(middle) },
  ];
}
