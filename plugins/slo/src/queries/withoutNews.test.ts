import { SLO_STATES } from '@plimsoll/plugin-slo-common';
import { objectiveInState } from '../__fixtures__/objectivesInEveryState';
import { objectivePage } from '../__fixtures__/objectivePage';
import { withoutNews } from './withoutNews';

describe('a page without news', () => {
  const readAt = new Date('2026-11-19T09:23:00.000Z');
  const page = objectivePage(SLO_STATES.map(objectiveInState));
  const { items, ...rest } = withoutNews(page, readAt);

  it.each(['ok', 'burning', 'exhausted', 'no-traffic'] as const)(
    'does not say %s any more, and keeps the numbers',
    state => {
      const before = objectiveInState(state);
      expect(items.find(({ ref }) => ref === before.ref)).toEqual({
        ...before,
        state: 'unknown',
        reason: {
          code: 'not-refreshed',
          params: { since: '2026-11-19T09:23:00.000Z' },
        },
      });
    },
  );

  it.each(['no-data', 'unknown', 'insufficient', 'warming-up'] as const)(
    'leaves %s, which is not known already',
    state => {
      expect(items).toContainEqual(objectiveInState(state));
    },
  );

  it('leaves the rest of the page', () => {
    const { items: _, ...before } = page;
    expect(rest).toEqual(before);
  });
});
