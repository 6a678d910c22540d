import fc from 'fast-check';
import type { MetricSample } from '../samples/MetricSample';
import { weeksOf } from '../weeksOf';
import { samplesByWeek } from './samplesByWeek';

const START = Date.UTC(2026, 9, 1);
const HOUR = 3_600_000;

describe('samplesByWeek', () => {
  it('puts each sample into the week that holds it, and no other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 2_000 }),
        fc.array(fc.integer({ min: -100, max: 3_000 }), { maxLength: 30 }),
        (offset, hours, instants) => {
          const from = START + offset * HOUR;
          const weeks = weeksOf({ from, to: from + hours * HOUR });
          const samples = instants.map(
            (hour): MetricSample => ({ at: from + hour * HOUR, counted: true }),
          );
          expect(samplesByWeek(weeks, samples)).toEqual(
            weeks.map(week =>
              samples.filter(({ at }) => at >= week.from && at < week.to),
            ),
          );
        },
      ),
    );
  });
});
