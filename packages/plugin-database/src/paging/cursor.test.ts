import * as fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursor';

describe('cursor', () => {
  it('finds the same place again', () => {
    const value = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(n => n + 0),
    );
    fc.assert(
      fc.property(fc.string(), fc.array(value), (list, key) => {
        const cursor = encodeCursor({ list, key });
        expect(cursor).toMatch(/^[\w-]*$/);
        expect(decodeCursor({ cursor, list, length: key.length })).toEqual(key);
      }),
    );
  });

  it('refuses what it did not write', () => {
    const cursor = encodeCursor({ list: 'a', key: [1] });
    const texts = (value: unknown) =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const options of [
      { cursor, list: 'b', length: 1 },
      { cursor, list: 'a', length: 2 },
      { cursor: 'nonsense', list: 'a', length: 1 },
      { cursor: texts({}), list: 'a', length: 1 },
      { cursor: texts(['a', null]), list: 'a', length: 1 },
      { cursor: texts(['a', ['x']]), list: 'a', length: 1 },
    ]) {
      expect(() => decodeCursor(options)).toThrow(/belongs to no list/);
    }
    fc.assert(
      fc.property(fc.string(), text => {
        expect(() =>
          decodeCursor({ cursor: text, list: 'a', length: 1 }),
        ).toThrow(/belongs to no list/);
      }),
    );
  });
});
