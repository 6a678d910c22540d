import type { Series } from '@plimsoll/prometheus-client';
import { objective, ratio } from '../__fixtures__/objectives';
import { emptyAnswer } from './Answer';
import { BundledQuery } from './BundledQuery';
import { measure } from './measure';
import { planUnits } from './planUnits';
import { differingLabels, sortSeries } from './sortSeries';

const evaluation = { start: 300, end: 900, step: 300, windowSeconds: 300 };
const total = 'sum(x)';
const { total: expression } = measure(
  objective({ indicator: ratio({ bad: total, total }) }),
  { scrapeSeconds: 60, enforcedMatchers: {} },
);

const series = (
  labels: Record<string, string>,
  ...points: Array<[number, number]>
): Series => ({ labels, points, isHistogram: false });

function sort(given: Series[], careful: boolean = false) {
  const answer = emptyAnswer();
  answer.values.set(300, -1);
  answer.resets.add(600);
  sortSeries({
    query: BundledQuery.create({
      units: planUnits([expression]),
      evaluation,
      careful,
    }),
    series: given,
    answerOf: () => answer,
  });
  return answer;
}

describe('sortSeries', () => {
  it('keeps values and resets apart', () => {
    const answer = sort([
      series({ plimsoll_part: '0' }, [300, 1], [600, 2]),
      series({ plimsoll_part: '1' }, [900, 1]),
    ]);
    expect(Object.fromEntries(answer.values)).toEqual({ 300: 1, 600: 2 });
    expect(Array.from(answer.resets)).toEqual([600, 900]);
  });

  it('replaces only what was to be read carefully', () => {
    const answer = sort([series({}, [300, 5], [600, 6], [900, 7])], true);
    expect(Object.fromEntries(answer.values)).toEqual({ 300: -1, 600: 6 });
  });

  it('joins series that do not overlap in time', () => {
    const answer = sort([
      series({ plimsoll_part: '0', pod: 'a' }, [300, 1]),
      series({ plimsoll_part: '0', pod: 'b' }, [600, 2]),
    ]);
    expect(answer.fault).toBeUndefined();
    expect(answer.values.size).toBe(2);
  });

  it('pitfall 18: names the labels by which several series differ', () => {
    const answer = sort([
      series({ plimsoll_part: '0', route: '/a', job: 'x' }, [300, 1]),
      series({ plimsoll_part: '0', route: '/b', job: 'x', pod: '1' }, [300, 1]),
    ]);
    expect(answer.fault).toBe(
      'The query answers several series, which differ by pod, route; add sum(...) around it or fix these labels',
    );
    expect(differingLabels([series({ a: '1' }), series({ a: '1' })])).toEqual(
      [],
    );
  });

  it('refuses native histograms', () => {
    const histogram = { labels: { plimsoll_part: '0' }, points: [] };
    const answer = sort([{ ...histogram, isHistogram: true }]);
    expect(answer.fault).toContain('native histograms');
  });

  it('ignores series that nobody asked for', () => {
    const answer = sort([series({ plimsoll_part: '7' }, [900, 1])]);
    expect(answer.values.has(900)).toBe(false);
  });
});
