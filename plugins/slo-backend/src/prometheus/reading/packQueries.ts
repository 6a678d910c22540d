import { BundledQuery, type BundledQueryOptions } from './BundledQuery';
import { SHORT_QUERY_BYTES } from './QueryLength';
import { splitUnits, type QueryUnit } from './QueryUnit';

/** What a unit costs on top when it shares a query. */
const LABELLING_BYTES = 120;
const MAX_UNITS = 20;
const MAX_MEMBERS = 500;

interface PackOptions extends BundledQueryOptions {
  /** Longest query, 15,000 bytes by default. */
  maxBytes?: number;
}

/**
 * Puts units into as few queries as the bounds allow: 20 units, 500
 * expressions, so many bytes. A unit that is too long by itself is cut.
 */
export function packQueries(options: PackOptions): BundledQuery[] {
  const { maxBytes = SHORT_QUERY_BYTES } = options;
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
      last.bytes + bytes <= maxBytes &&
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
  const { maxBytes = SHORT_QUERY_BYTES } = options;
  const { text } = BundledQuery.create({ ...options, units: [unit] });
  const bytes = Buffer.byteLength(text) + LABELLING_BYTES;
  return bytes > maxBytes && unit.members.length > 1
    ? splitUnits([unit], 2)
        .flat()
        .flatMap(half => cutToSize(half, options))
    : [{ unit, bytes }];
}
