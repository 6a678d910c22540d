import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { objectiveInState } from '../__fixtures__/objectivesInEveryState';
import { unknownSince } from './unknownSince';

describe('unknownSince', () => {
  const unknown = (since?: string): ObjectiveStatus => ({
    ...objectiveInState('unknown'),
    reason: { code: 'source-down', ...(since && { params: { since } }) },
  });
  const early = unknown('2026-11-19T09:10:12.000Z');
  const late = unknown('2026-11-19T09:20:00.000Z');

  it('is the one that has been unknown longest', () => {
    expect(unknownSince([late, early, unknown()])).toBe(early);
    expect(unknownSince([objectiveInState('no-data'), late])).toBe(late);
  });

  it.each(['ok', 'burning', 'exhausted', 'no-traffic'] as const)(
    'is nobody beside an objective that is %s',
    state => {
      expect(unknownSince([early, objectiveInState(state)])).toBeUndefined();
    },
  );

  it('is nobody where none is unknown', () => {
    expect(unknownSince([])).toBeUndefined();
    expect(unknownSince([objectiveInState('no-data')])).toBeUndefined();
  });
});
