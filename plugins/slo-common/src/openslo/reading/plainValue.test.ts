import fc from 'fast-check';
import { plainValue } from './plainValue';

/** A list in a list in a list, `depth` times. */
function nested(depth: number): unknown {
  let value: unknown = 'core';
  for (let index = 0; index < depth; index += 1) {
    value = { in: [value] };
  }
  return value;
}

describe('plainValue', () => {
  it('copies every JSON value', () => {
    fc.assert(
      fc.property(
        fc
          .jsonValue({ maxDepth: 8 })
          .filter(value => !JSON.stringify(value).includes('__proto__'))
          .map(value => JSON.parse(JSON.stringify(value))),
        value => {
          const plain = plainValue(value);
          expect(plain).toEqual({ value });
        },
      ),
    );
  });

  it('shares nothing with what it was given', () => {
    const value = { list: [{ a: 1 }] };
    const plain = plainValue(value);
    value.list[0].a = 2;
    expect(plain).toEqual({ value: { list: [{ a: 1 }] } });
  });

  it('turns nothing into null', () => {
    expect(plainValue({ a: undefined, b: [undefined] })).toEqual({
      value: { a: null, b: [null] },
    });
  });

  it('refuses a key that could reach a prototype, wherever it stands', () => {
    const hostile = JSON.parse(
      '{"spec":{"objectives":[{"__proto__":{"polluted":true}}]}}',
    );
    expect(plainValue(hostile)).toEqual({
      fault: {
        path: 'spec.objectives[0].__proto__',
        message: 'is no key that a document may use; remove it',
      },
    });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('takes keys that only sound dangerous', () => {
    const value = JSON.parse('{"constructor":{"prototype":1},"toString":2}');
    expect(plainValue(value)).toEqual({ value });
  });

  it.each([
    ['NaN', NaN, 'is NaN; write a finite number'],
    ['infinity', -Infinity, 'is -Infinity; write a finite number'],
    ['a date', new Date(), 'is neither text, number'],
    ['a map', new Map(), 'is neither text, number'],
    ['a bigint', 10n, 'is neither text, number'],
    ['a function', () => 1, 'is neither text, number'],
    ['a long text', 'x'.repeat(100_001), 'is longer than 100000 characters'],
  ])('refuses %s', (_, value, message) => {
    expect(plainValue({ a: [value] })).toEqual({
      fault: { path: 'a[0]', message: expect.stringContaining(message) },
    });
  });

  it('takes a text of just the longest length', () => {
    const value = 'x'.repeat(100_000);
    expect(plainValue(value)).toEqual({ value });
  });

  it('refuses what is nested too deep', () => {
    expect(plainValue(nested(16))).toEqual({ value: nested(16) });
    expect(plainValue(nested(100_000))).toEqual({
      fault: {
        path: expect.stringMatching(/^in\[0\]\.in/),
        message: 'is nested deeper than 32 levels; write it flatter',
      },
    });
  });

  it('refuses a circle', () => {
    const circle: Record<string, unknown> = {};
    circle.me = circle;
    expect(plainValue(circle)).toMatchObject({
      fault: { message: expect.stringContaining('nested deeper') },
    });
  });

  it('gives up early on aliases that would unfold into billions of values', () => {
    let value: unknown = ['lol'];
    for (let index = 0; index < 25; index += 1) {
      value = [value, value, value];
    }
    const started = performance.now();
    expect(plainValue(value)).toMatchObject({
      fault: { message: expect.stringContaining('20000 values') },
    });
    // milliseconds here: a hang is told apart, however slow the machine is
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it('gives up early on huge lists and mappings', () => {
    const many = Array.from({ length: 1_000_000 }, (_, index) => index);
    expect(plainValue({ many })).toMatchObject({
      fault: { path: 'many[19998]' },
    });
  });
});
