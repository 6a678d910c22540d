import { BUCKET_SECONDS, type Bucket } from '@plimsoll/plugin-slo-common';
import {
  evaluateRules,
  findPromtool,
} from '@plimsoll/prometheus-client/testUtils';
import fc from 'fast-check';
import { ruleTestOf, type RuleCase } from './__testUtils__/fleetRules';

const DAY_BUCKETS = 288;
/** Targets as people write them: 0 <= target < 1 with up to five decimals. */
const targets = fc.integer({ min: 0, max: 99_999 }).map(value => value / 1e5);

/** A stretch of equal buckets: units each, of them bad, or not measured. */
interface Stretch {
  buckets: number;
  total: number;
  bad: number;
  measured?: boolean;
}

function caseOf(slo: string, target: number, stretches: Stretch[]): RuleCase {
  const buckets = stretches
    .flatMap(({ buckets: count, ...cell }) =>
      Array.from({ length: count }, () => cell),
    )
    .map(({ bad, total, measured = true }, index): Bucket => {
      const start = index * BUCKET_SECONDS;
      const bucket = { start, seconds: BUCKET_SECONDS };
      return measured
        ? { ...bucket, bad, total, coveredSeconds: BUCKET_SECONDS }
        : { ...bucket, bad: 0, total: 0, coveredSeconds: 0 };
    });
  return { slo, target, buckets };
}

const promtool = findPromtool() ?? '';
const describeOnPromtool = promtool ? describe : describe.skip;

describeOnPromtool('burn rules against promtool', () => {
  const fine = { total: 3_000, bad: 0 };

  it('agrees on services of every temper', () => {
    const before = { ...fine, buckets: 3 * DAY_BUCKETS };
    const hour = { buckets: 12, total: 3_000 };
    const silence = { buckets: 36, total: 0, bad: 0 };
    const cases = [
      caseOf('fine', 0.999, [before, { ...hour, bad: 0 }]),
      caseOf('busy', 0.999, [before, { ...hour, bad: 50 }]),
      caseOf('over', 0.999, [
        before,
        { ...hour, bad: 50 },
        { ...hour, bad: 0 },
      ]),
      caseOf('begun', 0.999, [before, { ...fine, buckets: 1, bad: 3_000 }]),
      caseOf('outage', 0.9, [before, { ...hour, bad: 3_000 }]),
      caseOf('slow', 0.999, [{ ...fine, buckets: 4 * DAY_BUCKETS, bad: 4 }]),
      caseOf('quiet', 0.999, [
        { buckets: 3 * DAY_BUCKETS, total: 0, bad: 0 },
        { buckets: 11, total: 1, bad: 0 },
        { buckets: 1, total: 9, bad: 1 },
      ]),
      caseOf('silent', 0.999, [{ ...silence, buckets: 4 * DAY_BUCKETS }]),
      // Three silent hours do not poison what follows.
      caseOf('asleep', 0.99, [before, silence, { ...hour, bad: 50 }]),
      caseOf('gap', 0.99, [
        before,
        { ...silence, measured: false },
        { ...hour, bad: 50 },
      ]),
      // Little traffic counts little: three busy hours, three quiet bad ones.
      caseOf('weighted', 0.995, [
        { buckets: 36, total: 3_000, bad: 0 },
        { buckets: 36, total: 30, bad: 15 },
      ]),
    ].map(one => alignEnd(one));
    expect(() => evaluateRules(promtool, ruleTestOf(cases))).not.toThrow();
  });

  it('property: agrees on random ledgers', () => {
    const stretches = fc.record({
      buckets: fc.integer({ min: 1, max: 150 }),
      total: fc.constantFrom(0, 1, 3, 100, 5_000),
      share: fc.constantFrom(0, 0, 0, 0.0007, 0.013, 0.11, 0.7, 1),
      measured: fc.constantFrom(true, true, true, true, false),
    });
    const ledgersOfStretches = fc
      .array(stretches, { minLength: 1, maxLength: 12 })
      .map(list =>
        list.map(({ share, ...stretch }) => ({
          ...stretch,
          bad: Math.round(stretch.total * share),
        })),
      );
    const fleets = fc.array(fc.tuple(targets, ledgersOfStretches), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fleets, fleet => {
        const cases = fleet.map(([target, list], index) =>
          alignEnd(caseOf(`slo-${index}`, target, list)),
        );
        const ruleTest = ruleTestOf(cases);
        expect(() => evaluateRules(promtool, ruleTest)).not.toThrow();
      }),
      // A fleet is twelve ledgers; shrinking would cost a run a step.
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('would notice a wrong figure', () => {
    const right = ruleTestOf([
      caseOf('fine', 0.999, [{ ...fine, buckets: 12, bad: 1 }]),
    ]);
    const wrong = JSON.parse(
      JSON.stringify(right).replaceAll(
        'sli_bad:rate5m[1h]',
        'sli_bad:rate5m[30m]',
      ),
    );
    expect(() => evaluateRules(promtool, right)).not.toThrow();
    expect(() => evaluateRules(promtool, wrong)).toThrow(/slo:burn_rate:1h/);
  });
});

/** Moves a ledger so that it ends with the fourth day, as all others do. */
function alignEnd(one: RuleCase): RuleCase {
  const shift = 4 * DAY_BUCKETS + 12 - one.buckets.length;
  return {
    ...one,
    buckets: one.buckets
      .map(bucket => ({
        ...bucket,
        start: bucket.start + shift * BUCKET_SECONDS,
      }))
      .filter(({ start }) => start >= 0),
  };
}
