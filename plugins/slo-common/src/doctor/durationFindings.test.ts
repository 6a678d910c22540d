import { checkDocuments } from './checkDocuments';
import { readCheckText } from './readCheckText';
import { sloText } from './__fixtures__/sloText';

function durations(spec: Parameters<typeof sloText>[0]) {
  const { findings } = checkDocuments({ text: readCheckText(sloText(spec)) });
  return findings
    .filter(({ check }) => check === 'duration')
    .map(({ severity, path, fix }) => [severity, path, fix]);
}

const rolling = (duration: string) => ({
  timeWindow: [{ duration, isRolling: true }],
});

describe('minutes and months', () => {
  it.each([['30d'], ['4w'], ['720h']])('are told apart in %s', duration => {
    expect(durations(rolling(duration))).toEqual([]);
  });

  it('are pointed out in a window of minutes', () => {
    expect(durations(rolling('120m'))).toEqual([
      [
        'warning',
        'spec.timeWindow[0].duration',
        'Write 2h if minutes are meant, or 120M for months',
      ],
    ]);
    expect(durations(rolling('90m'))[0][2]).toMatch(/^Write 90m if/);
  });

  it('refuse 1m for a month already as a document', () => {
    const { findings } = checkDocuments({
      text: readCheckText(sloText(rolling('1m'))),
    });
    expect(findings).toEqual([
      expect.objectContaining({
        severity: 'error',
        check: 'document',
        path: 'spec.timeWindow[0].duration',
        message: expect.stringContaining('is in minutes'),
        fix: 'Did you mean 1M (months)?',
      }),
    ]);
  });

  it('a rolling month is 30 days, a calendar month is a month', () => {
    expect(durations(rolling('1M'))).toEqual([
      [
        'info',
        'spec.timeWindow[0].duration',
        'Write 30d, which says the same, or isRolling: false with a calendar',
      ],
    ]);
    expect(
      durations({
        timeWindow: [
          {
            duration: '1M',
            isRolling: false,
            calendar: { startTime: '2026-01-01 00:00:00', timeZone: 'UTC' },
          },
        ],
      }),
    ).toEqual([]);
  });

  it('are pointed out in time slices', () => {
    expect(
      durations({
        budgetingMethod: 'Timeslices',
        objectives: [
          { target: 0.9, timeSliceTarget: 0.9, timeSliceWindow: '5M' },
          { target: 0.9, timeSliceTarget: 0.9, timeSliceWindow: '5m' },
        ],
      }),
    ).toEqual([
      [
        'warning',
        'spec.objectives[0].timeSliceWindow',
        'Write 5m for 5 minutes',
      ],
    ]);
  });
});
