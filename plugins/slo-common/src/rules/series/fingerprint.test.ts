import fc from 'fast-check';
import { fingerprint } from './fingerprint';

describe('fingerprint', () => {
  it('is the same text everywhere and for ever, since servers keep it', () => {
    expect([fingerprint(''), fingerprint('a'), fingerprint('größe')]).toEqual([
      '2b21321cca25fd88',
      'ee62fc4b797fd356',
      '4793ee152addde86',
    ]);
  });

  it('tells texts apart that differ anywhere', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(fingerprint(a)).toMatch(/^[0-9a-f]{16}$/);
        expect(fingerprint(a) === fingerprint(b)).toBe(a === b);
      }),
    );
    const names = Array.from({ length: 50_000 }, (_, index) =>
      fingerprint(`slo:default/checkout-${index}#served`),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('is evenly spread over its first digit, by which fleets are parted', () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 16_000; index += 1) {
      const [digit] = fingerprint(`slo:default/service-${index}#served`);
      counts.set(digit, (counts.get(digit) ?? 0) + 1);
    }
    expect(counts.size).toBe(16);
    for (const count of counts.values()) {
      expect(Math.abs(count - 1_000)).toBeLessThan(150);
    }
  });
});
