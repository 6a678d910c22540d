import type { MetricFigure, MetricName } from '../MetricFigure';
import { BAND_SETS } from './BAND_SETS';
import { bandOf } from './bandOf';

const UNITS: Partial<Record<MetricName, MetricFigure['unit']>> = {
  'deployment-frequency': 'per-week',
  'change-failure-rate': 'ratio',
  'rework-rate': 'ratio',
};
const HOUR = 3_600;
const DAY = 24 * HOUR;

function nameOf(
  id: string,
  metric: MetricName,
  value: number | undefined,
  state: MetricFigure['state'] = 'ok',
) {
  const set = BAND_SETS.find(one => one.id === id)!;
  const unit = UNITS[metric] ?? 'seconds';
  return bandOf({ figure: { metric, state, unit, value }, set })?.name;
}

describe('bandOf', () => {
  it.each<[MetricName, number, string]>([
    ['deployment-frequency', 7, 'elite'],
    ['deployment-frequency', 6.9, 'high'],
    ['deployment-frequency', 1, 'high'],
    ['deployment-frequency', 0.9, 'medium'],
    ['deployment-frequency', 0.2, 'low'],
    ['change-lead-time', DAY - 1, 'elite'],
    ['change-lead-time', DAY, 'high'],
    ['change-lead-time', 8 * DAY, 'medium'],
    ['change-lead-time', 40 * DAY, 'low'],
    ['change-failure-rate', 0, 'elite'],
    ['change-failure-rate', 0.05, 'elite'],
    ['change-failure-rate', 0.08, 'high'],
    ['change-failure-rate', 0.15, 'medium'],
    ['change-failure-rate', 0.16, 'low'],
    ['failed-deployment-recovery-time', HOUR - 1, 'elite'],
    ['failed-deployment-recovery-time', HOUR, 'high'],
    ['failed-deployment-recovery-time', 2 * DAY, 'medium'],
    ['failed-deployment-recovery-time', 8 * DAY, 'low'],
  ])('DORA 2023: %s of %d is %s', (metric, value, expected) => {
    expect(nameOf('dora-2023', metric, value)).toBe(expected);
  });

  it('differs by the year', () => {
    expect(nameOf('dora-2021', 'change-failure-rate', 0.14)).toBe('elite');
    expect(nameOf('dora-2023', 'change-failure-rate', 0.14)).toBe('medium');
  });

  it('is none where too little is known, and of other metrics', () => {
    for (const state of ['too-few', 'none', 'no-data'] as const) {
      expect(nameOf('dora-2023', 'change-failure-rate', 0, state)).toBe(
        undefined,
      );
    }
    expect(nameOf('dora-2023', 'change-failure-rate', undefined)).toBe(
      undefined,
    );
    expect(nameOf('dora-2023', 'rework-rate', 0.1)).toBe(undefined);
    expect(nameOf('dora-2021', 'change-lead-time', 1)).toBe(undefined);
  });

  it('says whose it is, with the year', () => {
    for (const { id, title, year, source } of BAND_SETS) {
      expect(title).toContain(String(year));
      expect(source).toContain(String(year));
      expect(id).toContain(String(year));
    }
  });
});
