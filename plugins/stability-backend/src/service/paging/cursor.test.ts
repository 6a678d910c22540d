import * as fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursor';

describe('cursor', () => {
  it('finds the same place again', () => {
    const value = fc.oneof(
      fc.string().filter(text => !text.includes('\u0000')),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(n => n + 0),
    );
    fc.assert(
      fc.property(fc.string(), fc.array(value), (list, key) => {
        const cursor = encodeCursor({ list, key });
        expect(cursor).toMatch(/^[\w-]*$/);
        const types = key.map(one =>
          typeof one === 'number' ? ('number' as const) : ('string' as const),
        );
        expect(decodeCursor({ cursor, list, types })).toEqual(key);
      }),
    );
  });

  it('refuses what it did not write', () => {
    const cursor = encodeCursor({ list: 'a', key: [1] });
    const one = ['number'] as const;
    const texts = (value: unknown) =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const options of [
      { cursor, list: 'b', types: one },
      { cursor, list: 'a', types: [...one, ...one] },
      { cursor, list: 'a', types: ['string'] as const },
      { cursor: texts(['a', '1']), list: 'a', types: one },
      {
        cursor: Buffer.from('["a",1e999]').toString('base64url'),
        list: 'a',
        types: one,
      },
      {
        cursor: texts(['a', 'x\u0000']),
        list: 'a',
        types: ['string'] as const,
      },
      { cursor: 'nonsense', list: 'a', types: one },
      { cursor: texts({}), list: 'a', types: one },
      { cursor: texts(['a', null]), list: 'a', types: one },
      { cursor: texts(['a', ['x']]), list: 'a', types: one },
    ]) {
      expect(() => decodeCursor(options)).toThrow(/belongs to no list/);
    }
    fc.assert(
      fc.property(fc.string(), text => {
        expect(() =>
          decodeCursor({ cursor: text, list: 'a', types: one }),
        ).toThrow(/belongs to no list/);
      }),
    );
  });
});
