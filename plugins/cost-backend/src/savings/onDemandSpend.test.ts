import {
  addDays,
  bestCommitment,
  finishTurns,
  nanosOf,
  unitsOf,
} from '@plimsoll/plugin-cost-common';
import fc from 'fast-check';
import type { MachineCharge } from './MachineCharge';
import { onDemandSpend as inTurns } from './onDemandSpend';

const FROM = '2026-10-23';
const DAYS = 28;
const range = { from: FROM, to: addDays(FROM, DAYS) };

/** A machine's charges of days in which it ran so many hours at a price. */
function runs(
  resourceId: string,
  price: number,
  hoursOfDays: readonly number[],
): MachineCharge[] {
  return hoursOfDays.flatMap((hours, index) =>
    hours === 0
      ? []
      : [
          {
            resourceId,
            subAccount: '1',
            day: addDays(FROM, index),
            effective: nanosOf(price * hours),
            hours,
            pricing: 'standard',
            isCommitted: false,
          },
        ],
  );
}

const onDemandSpend = (options: Parameters<typeof inTurns>[0]) =>
  finishTurns(inTurns(options));

const always = (hours: number) => Array.from({ length: DAYS }, () => hours);

describe('onDemandSpend', () => {
  it('tells the hours of an account, and whose machines they are', () => {
    const charges = [
      ...runs('a', 2, always(24)),
      ...runs('b', 1, always(6)),
    ].map(charge => ({ ...charge, entityRef: 'component:default/cart' }));
    const [spend, ...others] = onDemandSpend({ charges, ...range });
    expect(others).toEqual([]);
    expect(spend).toMatchObject({
      id: 'commitment:1',
      subAccount: '1',
      entityRef: 'component:default/cart',
      machines: 2,
    });
    expect(spend.hourly).toHaveLength(DAYS * 24);
    expect(spend.hourly.slice(0, 24)).toEqual([
      ...Array(6).fill(3),
      ...Array(18).fill(2),
    ]);
  });

  it('has nothing to say of two weeks less a day, of spot and of what is covered', () => {
    const few = always(24).map((hours, index) => (index < 13 ? hours : 0));
    expect(onDemandSpend({ charges: runs('a', 1, few), ...range })).toEqual([]);
    const charges = runs('a', 1, always(24));
    expect(
      onDemandSpend({
        charges: [
          ...charges.map(charge => ({ ...charge, pricing: 'dynamic' })),
          ...charges.map(charge => ({ ...charge, isCommitted: true })),
        ],
        ...range,
      }),
    ).toEqual([]);
  });

  it('counts days without machines as nothing, and more than a day as a day', () => {
    const [spend] = onDemandSpend({
      charges: runs(
        'a',
        1,
        always(48).map((hours, index) => (index % 2 ? 0 : hours)),
      ),
      ...range,
    });
    expect(spend.hourly.slice(0, 48)).toEqual([
      ...Array(24).fill(1),
      ...Array(24).fill(0),
    ]);
  });

  it('never promises more than the hours bear in which machines really run', () => {
    const day = fc.array(fc.boolean(), { minLength: 24, maxLength: 24 });
    const machine = fc.record({
      price: fc.double({ min: 0.01, max: 5, noNaN: true }),
      // a week, over and over: some run always, some by day, some at random
      week: fc.oneof(
        fc.constant(Array.from({ length: 7 }, () => Array(24).fill(true))),
        fc.array(fc.oneof(day, fc.constant(Array<boolean>(24).fill(true))), {
          minLength: 7,
          maxLength: 7,
        }),
      ),
    });
    let promised = 0;
    fc.assert(
      fc.property(
        fc.array(machine, { minLength: 1, maxLength: 5 }),
        fc.double({ min: 0.05, max: 0.7, noNaN: true }),
        (machines, discount) => {
          const charges = machines.flatMap(({ price, week }, index) =>
            runs(
              String(index),
              price,
              Array.from(
                { length: DAYS },
                (_, at) => week[at % 7].filter(Boolean).length,
              ),
            ),
          );
          const [spend] = onDemandSpend({ charges, ...range });
          const best =
            spend && bestCommitment({ hourly: spend.hourly, discount });
          if (!best) {
            return;
          }
          promised += 1;
          const truth = Array.from({ length: DAYS * 24 }, (_, hour) =>
            machines.reduce(
              (sum, { price, week }) =>
                sum + (week[Math.floor(hour / 24) % 7][hour % 24] ? price : 0),
              0,
            ),
          );
          const covered = best.hourlyCommitment / (1 - discount);
          const real =
            (730 *
              truth.reduce(
                (sum, spent) =>
                  sum + Math.min(spent, covered) - best.hourlyCommitment,
                0,
              )) /
            truth.length;
          const cost =
            (730 * truth.reduce((sum, spent) => sum + spent, 0)) / truth.length;
          expect(unitsOf(best.monthly)).toBeLessThanOrEqual(real + 1e-5);
          expect(unitsOf(best.base)).toBeLessThanOrEqual(cost + 1e-5);
          expect(best.monthly <= best.base).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
    expect(promised).toBeGreaterThan(30);
  });
});
