import { BundledQuery } from './BundledQuery';
import type { Evaluation } from './Evaluation';
import { halves, type QueryUnit } from './QueryUnit';

/** Below the 16 KiB at which VictoriaMetrics refuses a query. */
const MAX_QUERY_LENGTH = 15_000;
const MAX_UNITS = 20;
const MAX_MEMBERS = 500;

/**
 * Puts units into as few queries as the bounds allow: 20 units, 500
 * expressions, 15,000 characters. A unit that is too long by itself is cut.
 */
export function packQueries(options: {
  units: readonly QueryUnit[];
  evaluation: Evaluation;
  careful: boolean;
}): BundledQuery[] {
  const { units, evaluation, careful } = options;
  const queries: BundledQuery[] = [];
  let pending: QueryUnit[] = [];
  let length = 0;
  let members = 0;

  const close = () => {
    if (pending.length) {
      queries.push(
        BundledQuery.create({ units: pending, evaluation, careful }),
      );
    }
    pending = [];
    length = 0;
    members = 0;
  };

  const waiting = [...units].reverse();
  for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
    const size = BundledQuery.create({ units: [unit], evaluation, careful })
      .text.length;
    if (size > MAX_QUERY_LENGTH && unit.members.length > 1) {
      waiting.push(...halves(unit).reverse());
      continue;
    }
    const fits =
      pending.length < MAX_UNITS &&
      length + size <= MAX_QUERY_LENGTH &&
      members + unit.members.length <= MAX_MEMBERS;
    if (!fits) {
      close();
    }
    pending.push(unit);
    length += size;
    members += unit.members.length;
  }
  close();
  return queries;
}
