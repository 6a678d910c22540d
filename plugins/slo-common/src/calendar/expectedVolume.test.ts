import fc from 'fast-check';
import { instants, utc, zones } from '../__testUtils__/arbitraries';
import type { LedgerSum } from '../ledger/Bucket';
import { expectedVolume, referenceDays } from './expectedVolume';
import type { ZonedDay } from './zonedDays';

const timeZone = 'Europe/Warsaw';
// A Saturday, 13:00 in Warsaw.
const at = utc('2026-11-21T12:00:00Z');
const monthEnd = utc('2026-11-30T23:00:00Z');
const nothing = { total: 0, coveredSeconds: 0 };

/**
 * Sums over the reference days, each at the rate of `volume` units in 24 hours;
 * undefined: unmeasured.
 */
function daysOf(
  volume: (day: ZonedDay, index: number) => number | undefined,
  share = 1,
): LedgerSum[] {
  return referenceDays({ at, timeZone }).map((day, index) => {
    const total = volume(day, index);
    return {
      from: day.from,
      to: day.to,
      bad: 0,
      total: ((total ?? 0) * share * (day.to - day.from)) / 86_400,
      coveredSeconds: total === undefined ? 0 : (day.to - day.from) * share,
    };
  });
}

const expect28 = (days: LedgerSum[], soFar = nothing) =>
  expectedVolume({ at, to: monthEnd, timeZone, days, soFar });

describe('referenceDays', () => {
  it('are the four weeks before today, in the zone', () => {
    const days = referenceDays({ at, timeZone });
    expect(days).toHaveLength(28);
    expect(days[0].date).toBe('2026-10-24');
    expect(days[27].date).toBe('2026-11-20');
    expect(days[27].to).toBe(utc('2026-11-20T23:00:00Z'));
  });

  it('property: are 28 whole days that end with the last midnight, each weekday four times', () => {
    fc.assert(
      fc.property(instants, zones, (now, zone) => {
        const days = referenceDays({ at: now, timeZone: zone });
        expect(days).toHaveLength(28);
        expect(days[27].to).toBeLessThanOrEqual(now);
        expect(now - days[27].to).toBeLessThan(25 * 3600);
        for (let weekday = 1; weekday <= 7; weekday += 1) {
          expect(days.filter(day => day.weekday === weekday)).toHaveLength(4);
        }
        const later = referenceDays({ at: days[27].to, timeZone: zone });
        expect(later).toEqual(days);
      }),
    );
  });
});

describe('expectedVolume', () => {
  it('pitfall 11: expects each day at the mean of its weekdays', () => {
    // Saturdays and Sundays are quiet.
    const volume = expect28(
      daysOf(({ weekday }) => (weekday > 5 ? 240 : 2400)),
    )!;
    // 11 of 24 hours of Saturday 21st, Sunday, five days, weekend, Monday 30th.
    expect(volume.total).toBeCloseTo(110 + 240 + 5 * 2400 + 2 * 240 + 2400, 6);
    expect(volume.basis).toBe('same-weekday');
    expect(volume.stretches).toHaveLength(10);
    expect(volume.stretches[0]).toEqual({
      from: at,
      to: utc('2026-11-21T23:00:00Z'),
      total: 110,
    });
    expect(volume.stretches[9]).toEqual({
      from: utc('2026-11-29T23:00:00Z'),
      to: monthEnd,
      total: 2400,
    });
  });

  it('takes the mean of the four', () => {
    const volume = expectedVolume({
      at: utc('2026-11-21T23:00:00Z'),
      to: utc('2026-11-22T23:00:00Z'),
      timeZone,
      days: referenceDays({ at: at + 43_200, timeZone }).map((day, index) => ({
        ...day,
        bad: 0,
        total: day.weekday === 7 ? (index + 1) * (day.to - day.from) : 7,
        coveredSeconds: day.to - day.from,
      })),
      soFar: nothing,
    })!;
    // The Sundays are the days 1, 8, 15 and 22 of 28.
    expect(volume.total).toBeCloseTo(86_400 * ((1 + 8 + 15 + 22) / 4), 6);
  });

  it('ends a window that ends within a day there', () => {
    const volume = expectedVolume({
      at,
      to: at + 3600,
      timeZone,
      days: daysOf(() => 2400),
      soFar: nothing,
    })!;
    expect(volume.stretches).toEqual([{ from: at, to: at + 3600, total: 100 }]);
  });

  it('scales a day that was measured in part up to a whole one', () => {
    const volume = expect28(daysOf(() => 2400, 0.5))!;
    expect(volume.stretches[1].total).toBeCloseTo(2400, 6);
    expect(volume.basis).toBe('same-weekday');
  });

  it('leaves a day out that was measured for less than half', () => {
    const volume = expect28(
      daysOf(({ weekday }, index) =>
        weekday === 1 && index < 20 ? 99 : 2400,
      ).map((sum, index) =>
        index < 20 && sum.total === 99
          ? { ...sum, coveredSeconds: 43_000 }
          : sum,
      ),
    )!;
    expect(volume.stretches[2].total).toBeCloseTo(2400, 6);
  });

  it('pitfall 11: a day of 25 hours raises nobody else’s expectation', () => {
    // 2026-10-25, a Sunday, had 25 hours at the same rate.
    const volume = expect28(daysOf(() => 86_400))!;
    expect(volume.total).toBeCloseTo(monthEnd - at, 6);
  });

  it('falls back to the mean of all days where a weekday was never measured', () => {
    const volume = expect28(
      daysOf(({ weekday }) => {
        if (weekday === 3) {
          return undefined;
        }
        return weekday > 5 ? 300 : 2400;
      }),
    )!;
    const wednesday = volume.stretches[4];
    expect(wednesday.total).toBeCloseTo((4 * 2400 + 2 * 300) / 6, 6);
    expect(volume.stretches[5].total).toBeCloseTo(2400, 6);
    expect(volume.basis).toBe('all-days');
  });

  it('does not name a fallback that no remaining day needs', () => {
    const volume = expectedVolume({
      at,
      to: at + 3600,
      timeZone,
      days: daysOf(({ weekday }) => (weekday === 6 ? 24 : undefined)),
      soFar: nothing,
    })!;
    expect(volume.basis).toBe('same-weekday');
  });

  it('falls back to the rate so far where no day was measured', () => {
    const soFar = { total: 500, coveredSeconds: 1000 };
    const volume = expect28(
      daysOf(() => undefined),
      soFar,
    )!;
    expect(volume.total).toBeCloseTo((monthEnd - at) / 2, 6);
    expect(volume.basis).toBe('so-far');
  });

  it('prefers the days to the rate so far', () => {
    const soFar = { total: 500_000_000, coveredSeconds: 1000 };
    expect(
      expect28(
        daysOf(() => 24),
        soFar,
      )!.total,
    ).toBeCloseTo(11 + 9 * 24, 6);
  });

  it('knows nothing where nothing was measured', () => {
    expect(expect28(daysOf(() => undefined))).toBeUndefined();
    expect(expect28([])).toBeUndefined();
  });

  it('expects nothing of a silent service', () => {
    const volume = expect28(daysOf(() => 0))!;
    expect(volume).toMatchObject({ total: 0, basis: 'same-weekday' });
  });

  it('expects nothing of time that is excluded ahead', () => {
    const night = {
      from: utc('2026-11-22T20:00:00Z'),
      to: utc('2026-11-23T02:00:00Z'),
    };
    const volume = expectedVolume({
      at,
      to: monthEnd,
      timeZone,
      days: daysOf(({ weekday }) => (weekday > 5 ? 240 : 2400)),
      soFar: nothing,
      excluded: [{ from: at - 7200, to: at + 3600 }, night],
    })!;
    // An hour of Saturday, three of Sunday and three of Monday less.
    expect(volume.total).toBeCloseTo(
      110 + 240 + 5 * 2400 + 2 * 240 + 2400 - (10 + 30 + 300),
      6,
    );
    expect(volume.stretches.slice(0, 3)).toEqual([
      {
        from: at + 3600,
        to: utc('2026-11-21T23:00:00Z'),
        total: expect.closeTo(100),
      },
      {
        from: utc('2026-11-21T23:00:00Z'),
        to: night.from,
        total: expect.closeTo(210),
      },
      {
        from: night.to,
        to: utc('2026-11-23T23:00:00Z'),
        total: expect.closeTo(2100),
      },
    ]);
  });

  it('names no fallback that only excluded days would need', () => {
    const volume = expectedVolume({
      at,
      to: monthEnd,
      timeZone,
      days: daysOf(({ weekday }) => (weekday === 6 ? 24 : undefined)),
      soFar: nothing,
      excluded: [{ from: utc('2026-11-21T23:00:00Z'), to: monthEnd }],
    })!;
    expect(volume).toMatchObject({ basis: 'same-weekday' });
    expect(volume.total).toBeCloseTo(11, 6);
  });

  it('property: stretches tile the rest and add up, never negative', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 40 * 86_400 }),
        zones,
        fc.array(fc.nat(1000), { minLength: 28, maxLength: 28 }),
        (now, length, zone, totals) => {
          const days = referenceDays({ at: now, timeZone: zone }).map(
            (day, index) => ({
              ...day,
              bad: 0,
              total: totals[index],
              coveredSeconds: day.to - day.from,
            }),
          );
          const { stretches, total } = expectedVolume({
            at: now,
            to: now + length,
            timeZone: zone,
            days,
            soFar: nothing,
          })!;
          expect(stretches[0].from).toBe(now);
          expect(stretches[stretches.length - 1].to).toBe(now + length);
          for (let index = 1; index < stretches.length; index += 1) {
            expect(stretches[index].from).toBe(stretches[index - 1].to);
          }
          const sum = stretches.reduce((all, each) => all + each.total, 0);
          expect(total).toBeCloseTo(sum, 6);
          expect(
            Math.min(...stretches.map(each => each.total)),
          ).toBeGreaterThanOrEqual(0);
          // No day brings more than the busiest reference day, by the second.
          const busiest = Math.max(...totals) / (23 * 3600);
          expect(total).toBeLessThanOrEqual(busiest * length + 1e-6);
        },
      ),
      { numRuns: 60 },
    );
  });
});
