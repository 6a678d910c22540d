import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import { type SumKey, toRollupSum } from '@plimsoll/plugin-slo-common';
import { renderWords } from '../__testUtils__/renderWords';
import { sloTranslationRef } from '../translation';
import { sumWords } from './sumWords';

const rolling = {
  kind: 'rolling' as const,
  duration: { value: 30, unit: 'd' as const },
};
const november = {
  kind: 'calendar' as const,
  duration: { value: 1, unit: 'M' as const },
  timeZone: 'Europe/Warsaw',
  from: '2026-10-31T23:00:00.000Z',
  to: '2026-11-30T23:00:00.000Z',
};

function wordsOf(key: SumKey, counts = { bad: 5, total: 62 }) {
  const sum = toRollupSum({
    sumKey: JSON.stringify(key),
    objectives: 2,
    services: 1,
    coverage: 1,
    ...counts,
  });
  return renderWords(() => {
    const { t } = useTranslationRef(sloTranslationRef);
    return sumWords({ sum, formats: useFormats(), t });
  });
}

describe('what is said about a sum', () => {
  it.each<[SumKey, string]>([
    [{ unit: 'events', window: rolling }, 'Good events, 30 days'],
    [{ unit: 'readings', window: rolling }, 'Good readings, 30 days'],
    [{ unit: 'events', window: november }, 'Good events, November, Warsaw'],
    [
      {
        unit: 'slices',
        slices: { method: 'timeslices', seconds: 300 },
        window: rolling,
      },
      'Good slices of 5 min, 30 days',
    ],
    [
      {
        unit: 'slices',
        slices: { method: 'ratio-timeslices', seconds: 300 },
        window: rolling,
      },
      'Mean of slices of 5 min, 30 days',
    ],
  ])('names unit and window of %j', (key, name) => {
    expect(wordsOf(key).name).toBe(name);
  });

  it('gives the figure with its sample, and none without events', () => {
    const key: SumKey = { unit: 'events', window: rolling };
    expect(wordsOf(key)).toMatchObject({
      figure: '91.9%',
      ground: '5 of 62 failed',
      joined: '2 objectives of 1 service',
    });
    // one failure in a million is not 100 %
    expect(wordsOf(key, { bad: 1, total: 1e7 }).figure).not.toBe('100%');
    expect(wordsOf(key, { bad: 0, total: 0 }).figure).toBe('no events');
  });
});
