import * as shared from '@plimsoll/plugin-plimsoll-react';
import { stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, within } from '@testing-library/react';
import { checkoutMetrics } from '../__fixtures__/checkoutMetrics';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { StabilityCard } from '../card/StabilityCard';
import { EntityStabilityTab } from '../tab/EntityStabilityTab';

jest.mock('@plimsoll/plugin-plimsoll-react', () => ({
  __esModule: true,
  ...jest.requireActual('@plimsoll/plugin-plimsoll-react'),
}));
const HOUR = 3_600_000;

/** Everything was read so many seconds ago, and could not be read since. */
function readAgo(seconds: number) {
  const { usePolled, useEarlyPolled } = shared;
  const old = {
    readAt: new Date(Date.now() - seconds * 1000),
    error: new Error('down'),
    triedAt: new Date(),
  };
  jest.spyOn(shared, 'usePolled').mockImplementation(options => {
    const polled = usePolled(options);
    return polled.data === undefined ? polled : { ...polled, ...old };
  });
  jest.spyOn(shared, 'useEarlyPolled').mockImplementation(options => {
    const polled = useEarlyPolled(options);
    return polled.data === undefined ? polled : { ...polled, ...old };
  });
}

/** A world whose figures were counted so many hours ago. */
const counted = (hours: number) =>
  new FixtureStabilityApi({
    metrics: checkoutMetrics({
      computedAt: new Date(Date.now() - hours * HOUR).toISOString(),
    }),
  });

describe('figures of stability that may no longer be true', () => {
  beforeEach(() => stopDate('2026-11-19T09:23:36.000Z'));
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('are greyed on the card, with their age', async () => {
    readAgo(180);
    renderForEntity(<StabilityCard />, { api: counted(0) });
    const figure = await screen.findByRole('link', { name: '3.3%, explain' });
    expect(figure).toHaveAttribute('data-stale');
    const [failure, ...rest] = screen.getAllByRole('listitem');
    expect(within(failure).getByRole('img').closest('[data-stale]')).not.toBe(
      null,
    );
    // Also the incident: one may have begun since.
    expect(within(rest[6]).getByText('none')).toHaveAttribute('data-stale');
    expect(screen.getByText('Unknown for 3 min')).toBeVisible();
    expect(screen.getAllByText(/^Could not be refreshed/)).toHaveLength(1);
  });

  it('are greyed on the tab, where a dead backend is told once', async () => {
    readAgo(180);
    renderForEntity(<EntityStabilityTab />, { api: counted(0) });
    const figures = await screen.findByRole('list', { name: 'Figures' });
    for (const tile of within(figures).getAllByRole('listitem')) {
      expect(
        within(tile).getByRole('button', { name: /, explain$/ }),
      ).toHaveAttribute('data-stale');
      expect(
        within(tile).getByRole('img').closest('[data-stale]'),
      ).not.toBeNull();
    }
    expect(await screen.findByRole('row', { name: /INC-482/ })).toBeVisible();
    expect(screen.getByText('Unknown for 3 min')).toBeVisible();
    expect(screen.getAllByText(/^Could not be refreshed/)).toHaveLength(1);
  });

  it('are those that the backend no longer counts, too', async () => {
    renderForEntity(<StabilityCard />, { api: counted(9) });
    expect(
      await screen.findByRole('link', { name: '3.3%, explain' }),
    ).toHaveAttribute('data-stale');
    expect(screen.getByText('Unknown for 9 h')).toBeVisible();
    // The backend does answer.
    expect(screen.queryByText(/^Could not be refreshed/)).toBeNull();
    expect(screen.getByText('Brought up to date 9 h ago')).toBeVisible();
  });

  it('are not those of this morning', async () => {
    renderForEntity(<StabilityCard />, { api: counted(5) });
    expect(
      await screen.findByRole('link', { name: '3.3%, explain' }),
    ).not.toHaveAttribute('data-stale');
    expect(screen.queryByText(/^Unknown/)).toBeNull();
  });
});
