/**
 * One column of numbers as bytes. The first byte says how:
 *
 * - `ZERO`: all are 0, nothing follows
 * - `WHOLE`: each a whole number, as a varint (7 bits a byte, low first)
 * - `FLOAT`: each a double; first all their low bytes, then all their second
 *   bytes and so on, so that the like bytes lie together and deflate well
 *
 * Counts are whole and small most of the time, and doubles keep every other
 * value exactly as the source said it: nothing is rounded.
 */
const ZERO = 0;
const WHOLE = 1;
const FLOAT = 2;

const DOUBLE_BYTES = 8;
const MAX_VARINT_BYTES = 8;
const BASE = 128;

/** One double as bytes. */
const view = new DataView(new ArrayBuffer(DOUBLE_BYTES));

/** Appends a column to `target` at `offset`; gives the offset after it. */
export function writePlane(options: {
  target: Buffer;
  offset: number;
  values: Float64Array;
}): number {
  const { target, values } = options;
  let { offset } = options;
  const kind = kindOf(values);
  if (kind === ZERO) {
    target[offset] = ZERO;
    return offset + 1;
  }
  if (kind === WHOLE) {
    target[offset] = WHOLE;
    offset += 1;
    for (let index = 0; index < values.length; index += 1) {
      let rest = values[index];
      while (rest >= BASE) {
        target[offset] = (rest % BASE) + BASE;
        offset += 1;
        rest = Math.floor(rest / BASE);
      }
      target[offset] = rest;
      offset += 1;
    }
    return offset;
  }
  target[offset] = FLOAT;
  offset += 1;
  for (let index = 0; index < values.length; index += 1) {
    view.setFloat64(0, values[index], true);
    for (let byte = 0; byte < DOUBLE_BYTES; byte += 1) {
      target[offset + byte * values.length + index] = view.getUint8(byte);
    }
  }
  return offset + DOUBLE_BYTES * values.length;
}

/**
 * The simplest way to write a column. Loops, since a callback would make an
 * object of each number.
 */
function kindOf(values: Float64Array): number {
  let kind = ZERO;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (!(Number.isSafeInteger(value) && value >= 0)) {
      return FLOAT;
    }
    if (value > 0) {
      kind = WHOLE;
    }
  }
  return kind;
}

/**
 * Reads a column that {@link writePlane} wrote into `values`, all of it.
 *
 * @returns the offset after it
 */
export function readPlane(options: {
  source: Buffer;
  offset: number;
  values: Float64Array;
}): number {
  const { source, values } = options;
  const { length } = values;
  const kind = source[options.offset];
  let offset = options.offset + 1;
  if (kind === WHOLE) {
    for (let index = 0; index < length; index += 1) {
      let factor = 1;
      let value = 0;
      while (source[offset] >= BASE) {
        value += (source[offset] - BASE) * factor;
        factor *= BASE;
        offset += 1;
      }
      values[index] = value + source[offset] * factor;
      offset += 1;
    }
  } else if (kind === FLOAT) {
    for (let index = 0; index < length; index += 1) {
      for (let byte = 0; byte < DOUBLE_BYTES; byte += 1) {
        view.setUint8(byte, source[offset + byte * length + index]);
      }
      values[index] = view.getFloat64(0, true);
    }
    offset += DOUBLE_BYTES * length;
  } else {
    values.fill(0);
  }
  return offset;
}

/** Most bytes that a column of `length` numbers may take. */
export function planeCapacity(length: number): number {
  return 1 + Math.max(DOUBLE_BYTES, MAX_VARINT_BYTES) * length;
}
