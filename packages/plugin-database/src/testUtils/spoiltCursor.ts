import * as fc from 'fast-check';

/**
 * Cursors that are nearly the one that a list gave out: one of its values is
 * another.
 *
 * @public
 */
export function spoiltCursor(cursor: string): fc.Arbitrary<string> {
  const parts: unknown[] = JSON.parse(
    Buffer.from(cursor, 'base64url').toString(),
  );
  return fc
    .record({
      index: fc.integer({ min: 0, max: parts.length }),
      value: fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.double(),
        fc.bigInt({ min: -(2n ** 66n), max: 2n ** 66n }).map(String),
        fc.constantFrom(null, true, [], {}, 1.5, 1e300, 'x\u0000', '1e5'),
      ),
    })
    .map(({ index, value }) => {
      const spoilt = [...parts];
      spoilt[index] = value;
      return Buffer.from(JSON.stringify(spoilt)).toString('base64url');
    });
}
