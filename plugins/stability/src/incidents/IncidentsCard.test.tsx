import type { ComponentProps } from 'react';
import {
  layOutAt,
  refusal,
  stopDate,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Incident } from '@plimsoll/plugin-stability-common';
import { NOW } from '../__fixtures__/checkoutEntity';
import {
  incident,
  openIncident,
  redisIncident,
} from '../__fixtures__/checkoutIncidents';
import { checkoutMetrics } from '../__fixtures__/checkoutMetrics';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { factIndex } from '../words';
import { IncidentsCard } from './IncidentsCard';

describe('the incidents of a range', () => {
  const onShow = jest.fn();
  beforeEach(() => {
    jest.clearAllMocks();
    stopDate(NOW);
  });
  afterEach(() => jest.useRealTimers());

  type Read = ComponentProps<typeof IncidentsCard>['incidents'];
  const idle: Read = { loading: false, outdated: false, retry: jest.fn() };
  const read = (items: Incident[]): Read => ({
    ...idle,
    data: { items, totalItems: items.length, pageInfo: {} },
    readAt: new Date(NOW),
  });
  const show = (incidents: Read) =>
    renderForEntity(
      <IncidentsCard
        incidents={incidents}
        metrics={checkoutMetrics()}
        index={factIndex({})}
        onShow={onShow}
        onCorrected={() => {}}
      />,
      { api: new FixtureStabilityApi() },
    );

  it('are counted, open ones apart', async () => {
    show(read([{ ...openIncident, id: 'i-2' }, redisIncident]));
    expect(await screen.findByText('2 in 90 days, 1 open')).toBeVisible();
  });

  it('are none: that is good to know', async () => {
    show(read([]));
    const card = await screen.findByRole('region', { name: 'Incidents' });
    expect(card).not.toHaveTextContent(/in 90 days,/);
    expect(within(card).queryByRole('grid')).toBeNull();
    expect(within(card).getByRole('heading', { level: 3 })).toBeVisible();
  });

  it.each([
    [503, 'The incidents could not be read'],
    [403, 'You may not see this'],
  ])('say why they are not there: %p', async (status, text) => {
    const error = await refusal(status);
    show({ ...idle, error, triedAt: new Date(NOW) });
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('lead to their source, and to the deployment they came from', async () => {
    show(read([redisIncident, incident({ label: 'INC-1' })]));
    const row = await screen.findByRole('row', { name: /INC-482/ });
    expect(within(row).getByRole('link', { name: 'INC-482' })).toHaveAttribute(
      'href',
      'https://shopkart.pagerduty.com/incidents/482',
    );
    // One without an address is a word.
    expect(screen.queryByRole('link', { name: 'INC-1' })).toBeNull();
    jest.useRealTimers();
    await userEvent.click(within(row).getByRole('button', { name: 'v2.31.0' }));
    expect(onShow).toHaveBeenCalledWith('d-v2.31.0');
  });

  it('keep every button named where there is no room for words', async () => {
    const undo = layOutAt(760);
    show(read([redisIncident]));
    const review = await screen.findByRole('button', {
      name: 'Download the review of INC-482',
    });
    undo();
    expect(review).toHaveTextContent(/^$/);
    expect(
      screen.queryByRole('columnheader', { name: 'Acknowledged' }),
    ).toBeNull();
    expect(
      screen.getByRole('columnheader', { name: 'Recovered' }),
    ).toBeVisible();
  });
});
