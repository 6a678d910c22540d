import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { planeCapacity, readPlane, writePlane } from './packedPlane';

/**
 * What was measured in consecutive cells of equal length, a column each.
 * A cell with `covered` 0 was not measured.
 */
export interface Cells {
  bad: Float64Array;
  total: Float64Array;
  /** Seconds of each cell that the source could speak for, whole. */
  covered: Float64Array;
}

const PLAIN = 1;
const DEFLATED = 2;

/** PostgreSQL would move more out of the row, and compress it by itself. */
const LIGHT_BYTES = 1_800;

/**
 * Cells as the database keeps them: one byte that names the format, then
 * three columns (see `packedPlane`), deflated where that saves space. Cells
 * that will soon be folded are read and written every minute: deflating them
 * would take longer than all other arithmetic.
 *
 * A day of 96 quarter hours takes 150 to 450 bytes with whole counts and at
 * most about 1,350 bytes when every number is a fraction, which keeps 10,000
 * objectives within 6 GB a year including the rows around it (a test measures
 * it on both databases).
 *
 * @param options.isPassing - the cells are written anew before long
 */
export function packCells(
  cells: Cells,
  { isPassing = false }: { isPassing?: boolean } = {},
): Buffer {
  const { length } = cells.bad;
  const plain = Buffer.allocUnsafe(1 + 3 * planeCapacity(length));
  plain[0] = PLAIN;
  let offset = 1;
  for (const values of [cells.covered, cells.total, cells.bad]) {
    offset = writePlane({ target: plain, offset, values });
  }
  const columns = plain.subarray(1, offset);
  if (isPassing && columns.length <= LIGHT_BYTES) {
    return Buffer.from(plain.subarray(0, offset));
  }
  const deflated = deflateRawSync(columns);
  return deflated.length < columns.length
    ? Buffer.concat([Buffer.of(DEFLATED), deflated])
    : Buffer.from(plain.subarray(0, offset));
}

/**
 * The inverse of {@link packCells}.
 *
 * @param options.length - how many cells there are
 * @throws Error when the format is not known
 */
export function unpackCells(options: {
  packed: Buffer;
  length: number;
}): Cells {
  const { packed, length } = options;
  const format = packed[0];
  if (format !== PLAIN && format !== DEFLATED) {
    throw new Error(
      `The ledger holds cells of format ${format}, which a newer version has ` +
        `written; upgrade this replica`,
    );
  }
  const rest = packed.subarray(1);
  const source = format === DEFLATED ? inflateRawSync(rest) : rest;
  const covered = readPlane({ source, offset: 0, length });
  const total = readPlane({ source, offset: covered.offset, length });
  const bad = readPlane({ source, offset: total.offset, length });
  return { covered: covered.values, total: total.values, bad: bad.values };
}
