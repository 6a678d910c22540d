import fc from 'fast-check';
import { slug } from './slug';

describe('slug', () => {
  it.each([
    ['Requests served', 'requests-served'],
    ['Latency, 400 ms (p95)', 'latency-400-ms-p95'],
    ['  --Checkout--  ', 'checkout'],
    ['Zamówienia obsłużone', 'zamowienia-obsluzone'],
    ['Größe & Straße', 'grosse-strasse'],
    ['ﬁnal ②', 'final-2'],
    ['可用性', ''],
    ['', ''],
    [`${'x'.repeat(62)} y`, 'x'.repeat(62)],
    ['x'.repeat(100_000), 'x'.repeat(63)],
  ])('makes %j into %j', (text, expected) => {
    expect(slug(text)).toBe(expected);
  });

  it('makes a name that is safe in an address out of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        expect(slug(text)).toMatch(/^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)?$/);
        expect(slug(slug(text))).toBe(slug(text));
      }),
    );
  });
});
