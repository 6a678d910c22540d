import fc from 'fast-check';
import { sampleText, type Stretch } from './sampleText';

describe('sampleText', () => {
  it('writes what promtool reads', () => {
    const stretches = [
      { minutes: 60, badShare: 0 },
      { minutes: 1, badShare: 1 },
    ];
    expect(sampleText(stretches, 'good')).toBe(
      '0 100000+100000x59 6000000+0x0',
    );
    expect(sampleText(stretches, 'bad')).toBe('0 0+0x59 100000+100000x0');
  });

  it('property: one sample a minute, growing, and good and bad are all', () => {
    const stretch: fc.Arbitrary<Stretch> = fc.record({
      minutes: fc.integer({ min: 0, max: 50 }),
      badShare: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 5 }), stretches => {
        const [good, bad, all] = (['good', 'bad', 'all'] as const).map(counts =>
          samplesOf(sampleText(stretches, counts)),
        );
        const minutes = stretches.reduce((sum, one) => sum + one.minutes, 0);
        expect(all).toEqual(
          Array.from({ length: minutes + 1 }, (_, minute) => minute * 100_000),
        );
        expect(good.map((value, index) => value + bad[index])).toEqual(all);
        expect(bad).toEqual([...bad].sort((a, b) => a - b));
      }),
    );
  });
});

/** As promtool does: `a+bxn` is a, a + b, and so on, n + 1 in all. */
function samplesOf(text: string): number[] {
  return text.split(' ').flatMap(part => {
    const [, from, growth, times] =
      /^(\d+)(?:\+(\d+)x(\d+))?$/.exec(part) ?? [];
    return Array.from(
      { length: Number(times ?? 0) + 1 },
      (_, index) => Number(from) + Number(growth ?? 0) * index,
    );
  });
}
