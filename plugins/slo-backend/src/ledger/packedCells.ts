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

/** zlib takes no smaller chunks, bytes. */
const LEAST_CHUNK = 64;
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

/** Room for cells, all zero. */
export function emptyCells(length: number): Cells {
  return {
    bad: new Float64Array(length),
    total: new Float64Array(length),
    covered: new Float64Array(length),
  };
}

/**
 * The inverse of {@link packCells}.
 *
 * @param options.length - how many cells there are
 * @param options.room - where they are put, if there is room for them: who
 * looks at many pages, one after the other, needs no memory for each
 * @throws Error when the format is not known
 */
export function unpackCells(options: {
  packed: Buffer;
  length: number;
  room?: Cells;
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
  const source =
    format === DEFLATED
      ? // what it takes for a chunk by itself is many times a page
        inflateRawSync(rest, {
          chunkSize: Math.max(LEAST_CHUNK, 3 * planeCapacity(length)),
        })
      : rest;
  const cells = partOf(options.room, length) ?? emptyCells(length);
  let offset = 0;
  for (const values of [cells.covered, cells.total, cells.bad]) {
    offset = readPlane({ source, offset, values });
  }
  return cells;
}

function partOf(room: Cells | undefined, length: number): Cells | undefined {
  return room && room.bad.length >= length
    ? {
        bad: room.bad.subarray(0, length),
        total: room.total.subarray(0, length),
        covered: room.covered.subarray(0, length),
      }
    : undefined;
}
