import { seriesOf, volumesOf } from '../__testUtils__/series';
import { addDays, dayNumber } from '../calendar/utcDays';
import { pairDays } from '../unitCost/pairDays';
import { ordinaryChange } from './ordinaryChange';
import { placeStep } from './placeStep';
import { UnitCostSeries } from './UnitCostSeries';

const FROM = '2026-10-02';
const at = (day: string) => dayNumber(day) + 0.5;

/** Ten percent more from the middle of each of these days on. */
function placed(options: {
  dearer: string[];
  asked: string[];
  others?: string[];
}) {
  const { dearer, asked, others = [] } = options;
  const costs = Array.from({ length: 29 }, (_, n) =>
    dearer.reduce((cost, day) => {
      const part = dayNumber(addDays(FROM, n)) - dayNumber(day) + 0.5;
      return cost * (1 + 0.1 * Math.min(1, Math.max(0, part)));
    }, 20),
  );
  const series = new UnitCostSeries(
    pairDays({
      costs: seriesOf(FROM, costs),
      volumes: volumesOf(
        FROM,
        costs.map(() => 1e6),
      ),
      completeTo: '2026-12-01',
    }),
  );
  const result = placeStep({
    series,
    ordinary: { ...ordinaryChange(series), unrest: 1, deviation: 0.002 },
    candidates: asked.map(at),
    // known by half: what is left of it is fitted, too
    others: others.map(day => ({ day: dayNumber(day), change: 0.05 })),
  });
  const nameOf = (instant: number) => addDays('1970-01-01', instant - 0.5);
  return [result.at, ...result.alternatives].map(nameOf);
}

describe('placeStep', () => {
  it('names the day with which least is left unexplained', () => {
    const asked = ['2026-10-12', '2026-10-15', '2026-10-16', '2026-10-20'];
    expect(placed({ dearer: ['2026-10-15'], asked })).toEqual(['2026-10-15']);
    expect(placed({ dearer: ['2026-10-20'], asked })).toEqual(['2026-10-20']);
  });

  it('is not misled by another change that is known only in part', () => {
    expect(
      placed({
        dearer: ['2026-10-11', '2026-10-17'],
        others: ['2026-10-11'],
        asked: ['2026-10-13', '2026-10-15', '2026-10-17', '2026-10-18'],
      }),
    ).toEqual(['2026-10-17']);
  });

  it('takes the earliest of days that are all outside', () => {
    expect(placed({ dearer: [], asked: ['2027-03-02', '2027-03-04'] })[0]).toBe(
      '2027-03-02',
    );
  });
});
