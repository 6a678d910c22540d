import * as shared from '@plimsoll/plugin-plimsoll-react';
import { stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen } from '@testing-library/react';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { objectiveInState } from '../__fixtures__/objectivesInEveryState';
import { purchaseEntity } from '../__fixtures__/purchaseEntity';
import { sloRollup } from '../__fixtures__/sloRollup';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { ReliabilityCard } from '../card/ReliabilityCard';

jest.mock('@plimsoll/plugin-plimsoll-react', () => ({
  __esModule: true,
  ...jest.requireActual('@plimsoll/plugin-plimsoll-react'),
}));

/** Answers as if it had been read so many seconds ago. */
function readAgo(seconds: number) {
  const actual = shared.useEarlyPolled;
  jest.spyOn(shared, 'useEarlyPolled').mockImplementation(options => ({
    ...actual(options),
    data: sloRollup([objectiveInState('ok')]) as never,
    readAt: new Date(Date.now() - seconds * 1000),
  }));
}

describe('a roll-up that could not be read again', () => {
  const tally = () =>
    screen.findByRole('list', { name: 'Objectives by state' });
  const render = () =>
    renderForEntity(<ReliabilityCard />, {
      api: new FixtureSloApi([]),
      entity: purchaseEntity,
    });
  beforeEach(() => stopDate('2026-11-19T09:23:36.000Z'));
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('is unknown after two minutes, with its last numbers and their age', async () => {
    readAgo(180);
    render();
    expect(await tally()).toHaveTextContent(/^1Unknown$/);
    expect(
      screen.getByRole('button', { name: '99.952%, explain' }),
    ).toHaveAttribute('data-stale');
    expect(
      screen.getByRole('link', { name: '52.4%, explain' }),
    ).toHaveAttribute('data-stale');
    expect(
      screen.getByText(/^Could not be refreshed\. .* read 3 min/),
    ).toBeVisible();
  });

  it('is as it was before that', async () => {
    readAgo(60);
    render();
    expect(await tally()).toHaveTextContent(/^1OK$/);
    expect(
      screen.getByRole('button', { name: '99.952%, explain' }),
    ).not.toHaveAttribute('data-stale');
  });
});
