import * as shared from '@plimsoll/plugin-plimsoll-react';
import { stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, within } from '@testing-library/react';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { objectivePage } from '../__fixtures__/objectivePage';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { ReliabilityCard } from '../card/ReliabilityCard';
import { EntitySlosTab } from './EntitySlosTab';

jest.mock('@plimsoll/plugin-plimsoll-react', () => ({
  __esModule: true,
  ...jest.requireActual('@plimsoll/plugin-plimsoll-react'),
}));

/** Answers the list as if it had been read so many seconds ago. */
function readAgo(seconds: number) {
  const actual = shared.useEarlyPolled;
  jest.spyOn(shared, 'useEarlyPolled').mockImplementation(options => ({
    ...actual(options),
    data: objectivePage([objectiveStatus()]) as never,
    readAt: new Date(Date.now() - seconds * 1000),
  }));
}

describe('objectives that could not be read again', () => {
  const api = () => new FixtureSloApi([objectiveStatus()]);
  beforeEach(() => stopDate('2026-11-19T09:23:36.000Z'));
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('are unknown on the tab after two minutes, with their age', async () => {
    readAgo(180);
    renderForEntity(<EntitySlosTab />, { api: api() });
    const table = await screen.findByRole('region', {
      name: 'Objectives of checkout',
    });
    expect(within(table).getByText(/^Unknown for 3 min/)).toBeVisible();
    expect(within(table).getByText('52.4%')).toHaveAttribute('data-stale');
    expect(within(table).queryByText('OK')).not.toBeInTheDocument();

    const panel = await screen.findByRole('region', { name: 'Availability' });
    expect(within(panel).getByText(/^Unknown for 3 min/)).toBeVisible();
    expect(
      within(panel).getByRole('button', { name: '52.4%, explain' }),
    ).toHaveAttribute('data-stale');
    expect(
      within(panel).getByText(/^The portal has read no newer values since/),
    ).toBeVisible();
    expect(
      screen.getByText(/^Could not be refreshed\. .* read 3 min/),
    ).toBeVisible();
  });

  it('are unknown on the card, too', async () => {
    readAgo(180);
    renderForEntity(<ReliabilityCard />, { api: api() });
    expect(
      await screen.findByRole('link', { name: '52.4%, explain' }),
    ).toHaveAttribute('data-stale');
    expect(screen.getByText(/^Unknown for 3 min/)).toBeVisible();
    expect(screen.getByText(/^Could not be refreshed/)).toBeVisible();
  });

  it('are still known after one minute', async () => {
    readAgo(61);
    renderForEntity(<ReliabilityCard />, { api: api() });
    expect(
      await screen.findByRole('link', { name: '52.4%, explain' }),
    ).not.toHaveAttribute('data-stale');
    expect(screen.queryByText(/^Could not be refreshed/)).toBeNull();
  });
});
