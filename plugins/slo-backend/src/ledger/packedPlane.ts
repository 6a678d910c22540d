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

/** Appends a column to `target` at `offset`; gives the offset after it. */
export function writePlane(options: {
  target: Buffer;
  offset: number;
  values: Float64Array;
}): number {
  const { target, values } = options;
  let { offset } = options;
  if (values.every(value => value === 0)) {
    target[offset] = ZERO;
    return offset + 1;
  }
  if (values.every(value => Number.isSafeInteger(value) && value >= 0)) {
    target[offset] = WHOLE;
    offset += 1;
    for (const value of values) {
      let rest = value;
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
  const view = new DataView(new ArrayBuffer(DOUBLE_BYTES));
  values.forEach((value, index) => {
    view.setFloat64(0, value, true);
    for (let byte = 0; byte < DOUBLE_BYTES; byte += 1) {
      target[offset + byte * values.length + index] = view.getUint8(byte);
    }
  });
  return offset + DOUBLE_BYTES * values.length;
}

/** Reads a column of `length` numbers that {@link writePlane} wrote. */
export function readPlane(options: {
  source: Buffer;
  offset: number;
  length: number;
}): { values: Float64Array; offset: number } {
  const { source, length } = options;
  const values = new Float64Array(length);
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
    const view = new DataView(new ArrayBuffer(DOUBLE_BYTES));
    for (let index = 0; index < length; index += 1) {
      for (let byte = 0; byte < DOUBLE_BYTES; byte += 1) {
        view.setUint8(byte, source[offset + byte * length + index]);
      }
      values[index] = view.getFloat64(0, true);
    }
    offset += DOUBLE_BYTES * length;
  }
  return { values, offset };
}

/** Most bytes that a column of `length` numbers may take. */
export function planeCapacity(length: number): number {
  return 1 + Math.max(DOUBLE_BYTES, MAX_VARINT_BYTES) * length;
}
