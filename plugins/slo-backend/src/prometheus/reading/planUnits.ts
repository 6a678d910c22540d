import type { Expression } from './Expression';
import type { QueryUnit } from './QueryUnit';

const MAX_MEMBERS = 500;
const STAND_IN = '\u0001';

/**
 * Finds expressions that differ only in the value of one label, so that they
 * can be asked together. Where several labels would do, the one with the
 * largest group is taken; ties go to the first label by name.
 */
export function planUnits(
  expressions: readonly Expression[],
  maxMembers: number = MAX_MEMBERS,
): QueryUnit[] {
  const shapes = expressions.map(shapesOf);
  const sizes = new Map<string, number>();
  for (const { key } of shapes.flat()) {
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  const units = new Map<
    string,
    { label?: string; members: QueryUnit['members'][number][] }
  >();
  expressions.forEach((expression, index) => {
    const [best] = shapes[index].sort(
      (a, b) => sizes.get(b.key)! - sizes.get(a.key)!,
    );
    const shape =
      best && sizes.get(best.key)! > 1
        ? best
        : { key: expression.key, label: undefined, value: '' };
    const unit = units.get(shape.key) ?? { label: shape.label, members: [] };
    unit.members.push({ expression, value: shape.value });
    units.set(shape.key, unit);
  });
  return Array.from(units.values()).flatMap(({ label, members }) =>
    chunks(members, maxMembers).map(chunk => ({ label, members: chunk })),
  );
}

/** The expression with one label's value left out, for each label it can be grouped by. */
function shapesOf(expression: Expression) {
  return Array.from(expression.groupLabels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, value]) => ({
      label,
      value,
      key: `${label}${STAND_IN}${expression.render({
        windowSeconds: 300,
        group: { label, values: [STAND_IN] },
      })}`,
    }));
}

/** Stretches of a list, each at most `size` long. */
export function chunks<T>(items: readonly T[], size: number): T[][] {
  const result: T[][] = [];
  for (let from = 0; from < items.length; from += size) {
    result.push(items.slice(from, from + size));
  }
  return result;
}
