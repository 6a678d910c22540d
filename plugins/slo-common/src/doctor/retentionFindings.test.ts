import type { ObjectiveInspection } from './ObjectiveInspection';
import { retentionFindings } from './retentionFindings';

const DAY = 86_400;
const NOW = 1_763_000_000;

const findings = (inspection: Partial<ObjectiveInspection>) =>
  retentionFindings({
    definition: {
      window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
    },
    inspection,
    at: NOW,
    path: 'spec.timeWindow[0].duration',
  });

describe('retentionFindings', () => {
  it('warns of a server that forgets before the window ends', () => {
    expect(findings({ retentionSeconds: 15 * DAY })).toEqual([
      expect.objectContaining({
        severity: 'warning',
        check: 'retention',
        message: expect.stringMatching(
          /^is 30 days, and the source keeps samples for 15 days/,
        ),
      }),
    ]);
    expect(findings({ retentionSeconds: 30 * DAY })).toEqual([]);
  });

  it('says how old the first sample is', () => {
    expect(findings({ firstSampleAt: NOW - DAY })).toEqual([
      expect.objectContaining({
        severity: 'info',
        message: expect.stringContaining('the first sample is 1 day old'),
      }),
    ]);
    expect(findings({ firstSampleAt: NOW - 29 * DAY })).toEqual([]);
  });

  it('says nothing of what is not known', () => {
    expect(findings({})).toEqual([]);
  });
});
