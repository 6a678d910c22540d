import { SLO_STATES } from '@plimsoll/plugin-slo-common';
import { objectiveInState } from '../__fixtures__/objectivesInEveryState';
import { sloRollup } from '../__fixtures__/sloRollup';
import { rollupWithoutNews } from './rollupWithoutNews';

it('calls unknown what may have changed since, and keeps the numbers', () => {
  const rollup = sloRollup(SLO_STATES.map(objectiveInState));
  const readAt = new Date('2026-11-19T09:00:00.000Z');
  const old = rollupWithoutNews(rollup, readAt);
  expect(old).toMatchObject({
    objectives: 8,
    worstState: 'unknown',
    stateCounts: {
      exhausted: 0,
      burning: 0,
      'no-traffic': 0,
      ok: 0,
      // with the one that was unknown already
      unknown: 5,
      'no-data': 1,
      insufficient: 1,
      'warming-up': 1,
    },
    sums: rollup.sums,
  });
  expect(old.worst[0]).toMatchObject({
    state: 'unknown',
    reason: { code: 'not-refreshed', params: { since: readAt.toISOString() } },
    budget: rollup.worst[0].budget,
  });
  expect(rollup.stateCounts.ok).toBe(1);
});
