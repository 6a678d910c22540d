import { BundledQuery } from './BundledQuery';
import type { Evaluation } from './Evaluation';
import { splitUnits, type QueryUnit } from './QueryUnit';

/** Below the 16 KiB at which VictoriaMetrics refuses a query. */
const MAX_QUERY_BYTES = 15_000;
/** What a unit costs on top when it shares a query. */
const LABELLING_BYTES = 120;
const MAX_UNITS = 20;
const MAX_MEMBERS = 500;

interface PackOptions {
  units: readonly QueryUnit[];
  evaluation: Evaluation;
  careful: boolean;
}

/**
 * Puts units into as few queries as the bounds allow: 20 units, 500
 * expressions, 15,000 bytes. A unit that is too long by itself is cut.
 */
export function packQueries(options: PackOptions): BundledQuery[] {
  const bundles: Array<{
    units: QueryUnit[];
    bytes: number;
    members: number;
  }> = [];
  const pieces = options.units.flatMap(unit => cutToSize(unit, options));
  for (const { unit, bytes } of pieces) {
    const last = bundles.at(-1);
    const members = unit.members.length;
    if (
      last &&
      last.units.length < MAX_UNITS &&
      last.bytes + bytes <= MAX_QUERY_BYTES &&
      last.members + members <= MAX_MEMBERS
    ) {
      last.units.push(unit);
      last.bytes += bytes;
      last.members += members;
    } else {
      bundles.push({ units: [unit], bytes, members });
    }
  }
  return bundles.map(({ units }) => BundledQuery.create({ ...options, units }));
}

function cutToSize(
  unit: QueryUnit,
  options: PackOptions,
): Array<{ unit: QueryUnit; bytes: number }> {
  const { text } = BundledQuery.create({ ...options, units: [unit] });
  const bytes = Buffer.byteLength(text) + LABELLING_BYTES;
  return bytes > MAX_QUERY_BYTES && unit.members.length > 1
    ? splitUnits([unit], 2)
        .flat()
        .flatMap(half => cutToSize(half, options))
    : [{ unit, bytes }];
}
