import type { Expression } from './Expression';
import type { QueryUnit } from './QueryUnit';

const MAX_MEMBERS = 500;

/**
 * Finds expressions that differ only in the value of one label, so that they
 * can be asked together. Where several labels would do, the one with the
 * largest group is taken; ties go to the first label by name.
 */
export function planUnits(
  expressions: readonly Expression[],
  maxMembers: number = MAX_MEMBERS,
): QueryUnit[] {
  const sizes = new Map<string, number>();
  for (const { key } of expressions.flatMap(({ shapes }) => shapes)) {
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  const units = new Map<
    string,
    { label?: string; members: QueryUnit['members'][number][] }
  >();
  for (const expression of expressions) {
    const [best] = expression.shapes.toSorted(
      (a, b) =>
        sizes.get(b.key)! - sizes.get(a.key)! || (a.label < b.label ? -1 : 1),
    );
    const shape =
      best && sizes.get(best.key)! > 1
        ? best
        : { key: expression.key, label: undefined, value: '' };
    const unit = units.get(shape.key) ?? { label: shape.label, members: [] };
    unit.members.push({ expression, value: shape.value });
    units.set(shape.key, unit);
  }
  return Array.from(units.values()).flatMap(({ label, members }) =>
    chunks(members, maxMembers).map(chunk => ({ label, members: chunk })),
  );
}

/** Stretches of a list, each at most `size` long. */
export function chunks<T>(items: readonly T[], size: number): T[][] {
  const result: T[][] = [];
  for (let from = 0; from < items.length; from += size) {
    result.push(items.slice(from, from + size));
  }
  return result;
}
