import fc from 'fast-check';
import type { VolumeUse } from '../use/VolumeUse';
import { unusedVolumes } from './unusedVolumes';

const volume = (rest: Partial<VolumeUse> = {}): VolumeUse => ({
  resourceId: 'vol-1',
  phase: 'released',
  lookedAtHours: 35 * 24,
  unclaimedHours: 35 * 24,
  ...rest,
});
const daysOf = (rest: Partial<VolumeUse>) =>
  unusedVolumes([volume(rest)])[0]?.idleDays ?? 0;

describe('unusedVolumes', () => {
  it('says for how long nobody has had it, and why that is known', () => {
    expect(
      unusedVolumes([
        volume(),
        volume({ resourceId: 'vol-2', phase: 'available' }),
      ]),
    ).toEqual([
      {
        resourceId: 'vol-1',
        kind: 'volume',
        idleDays: 35,
        evidence: 'released',
      },
      {
        resourceId: 'vol-2',
        kind: 'volume',
        idleDays: 35,
        evidence: 'no-claim',
      },
    ]);
  });

  it('counts from the last claim on', () => {
    expect(daysOf({ hoursSinceClaim: 49, unclaimedHours: 48 })).toBe(2);
    expect(daysOf({ hoursSinceClaim: 5, unclaimedHours: 5 })).toBe(0);
  });

  it('proves no more than was seen', () => {
    expect(daysOf({ unclaimedHours: 10 * 24 })).toBe(10);
    // a scrape that failed now and then
    expect(daysOf({ unclaimedHours: 33 * 24 })).toBe(35);
  });

  it('is never longer than what was looked at', () => {
    fc.assert(
      fc.property(
        fc.nat(2_000),
        fc.nat(2_000),
        fc.option(fc.nat(4_000), { nil: undefined }),
        (lookedAtHours, unclaimedHours, hoursSinceClaim) => {
          const days = daysOf({
            lookedAtHours,
            unclaimedHours,
            ...(hoursSinceClaim !== undefined && { hoursSinceClaim }),
          });
          expect(days).toBeLessThanOrEqual(lookedAtHours / 24);
          expect(days).toBeLessThanOrEqual((hoursSinceClaim ?? 4_000) / 24);
          // at most a tenth of the hours was not seen
          expect(days * 24 * 0.9).toBeLessThanOrEqual(unclaimedHours + 1e-9);
        },
      ),
    );
  });
});
