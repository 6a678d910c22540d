import * as fc from 'fast-check';
import { decodeCursor, encodeCursor, type PlaceType } from './cursor';

const VALUES: Record<PlaceType, fc.Arbitrary<string | number>> = {
  text: fc.string().filter(text => !text.includes('\u0000')),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map(n => n + 0),
  integer: fc
    .bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
    .map(value => value.toString()),
};

const place = fc.array(
  fc
    .constantFrom<PlaceType>('text', 'number', 'integer')
    .chain(type => VALUES[type].map(value => ({ type, value }))),
);

function written(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

describe('cursor', () => {
  it('finds the same place again', () => {
    fc.assert(
      fc.property(fc.string(), place, (list, parts) => {
        const key = parts.map(({ value }) => value);
        const cursor = encodeCursor({ list, key });
        expect(cursor).toMatch(/^[\w-]*$/);
        const types = parts.map(({ type }) => type);
        expect(decodeCursor({ cursor, list, types })).toEqual(key);
      }),
    );
  });

  it('refuses what it did not write', () => {
    const number = ['number'] as const;
    const integer = ['integer'] as const;
    const text = ['text'] as const;
    for (const [cursor, types] of [
      [written(['b', 1]), number],
      [written(['a', 1]), [...number, ...number]],
      [written(['a', 1]), text],
      [written(['a', '1']), number],
      [written(['a', 1]), integer],
      [written(['a', '1.5']), integer],
      [written(['a', '']), integer],
      [written(['a', '9223372036854775808']), integer],
      [written(['a', '-9223372036854775809']), integer],
      [Buffer.from('["a",1e999]').toString('base64url'), number],
      [written(['a', 'x\u0000']), text],
      [written(['a', null]), number],
      [written(['a', ['x']]), text],
      [written({}), number],
      ['nonsense', number],
    ] as const) {
      expect(() => decodeCursor({ cursor, list: 'a', types })).toThrow(
        /belongs to no list/,
      );
    }
    fc.assert(
      fc.property(fc.string(), cursor => {
        expect(() =>
          decodeCursor({ cursor, list: 'a', types: number }),
        ).toThrow(/belongs to no list/);
      }),
    );
  });
});
