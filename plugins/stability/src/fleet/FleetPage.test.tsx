import {
  addressQuery,
  refusal,
  stopDate,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { NOW } from '../__fixtures__/checkoutEntity';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { renderPage } from '../__testUtils__/renderPage';
import { FleetPage } from './FleetPage';

describe('the fleet', () => {
  const render = (api = new FixtureStabilityApi(), query = '') =>
    renderPage(<FleetPage />, { api, query });
  const row = (name: RegExp) => screen.findByRole('row', { name });

  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  it('shows each service with its figures, their ground and what it runs', async () => {
    render();
    const prices = await row(/^prices/);
    expect(prices).toHaveTextContent('payments-crew \u00b7 purchase');
    expect(prices).toHaveTextContent('15.0%6 of 40');
    expect(prices).toHaveTextContent('v2.31.0 3 NovFailed');
    expect(prices).toHaveTextContent('INC-482');
    expect(await row(/^checkout/)).toHaveTextContent('none open');
    expect(
      screen.getByText(/^Services differ in what they risk/),
    ).toBeVisible();
  });

  it('has words, not percentages, for what is hardly known', async () => {
    render();
    const cards = await row(/^gift-cards/);
    expect(cards).toHaveTextContent('1 of 3too few for a rate, 5 are needed');
    expect(cards).toHaveTextContent('noneno deployment failed');
    expect(cards).toHaveTextContent('none seen');
    expect(cards).not.toHaveTextContent('%');
  });

  it('leads to the explanation of each number', async () => {
    render();
    await row(/^prices/);
    expect(
      screen.getByRole('link', { name: '15.0%, explain' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/prices/stability?explain=change-failure-rate',
    );
  });

  it('asks for the most failed changes of 90 days, unless told otherwise', async () => {
    const api = new FixtureStabilityApi();
    const list = jest.spyOn(api, 'listServices');
    render(api);
    await row(/^prices/);
    expect(list.mock.calls[0][0]).toEqual({
      sort: 'change-failure-rate',
      q: undefined,
      window: 90,
      limit: 25,
      cursor: undefined,
    });
    jest.useRealTimers();
    const user = userEvent.setup();
    await user.click(screen.getByRole('columnheader', { name: 'Recovery' }));
    await user.click(screen.getByRole('radio', { name: '30 d' }));
    await waitFor(() =>
      expect(list.mock.lastCall?.[0]).toMatchObject({
        sort: 'recovery',
        window: 30,
      }),
    );
    expect(Object.fromEntries(addressQuery())).toEqual({
      sort: 'recovery',
      range: '30d',
    });
  });

  it('searches when typing pauses, and says that nothing matches', async () => {
    render();
    await row(/^prices/);
    jest.useRealTimers();
    const user = userEvent.setup();
    await user.type(
      screen.getByRole('searchbox', { name: 'Search services' }),
      'nothing',
    );
    expect(await screen.findByText('No service matches')).toBeVisible();
    expect(addressQuery().get('q')).toBe('nothing');
    await user.click(screen.getByRole('button', { name: 'Show all services' }));
    expect(await row(/^prices/)).toBeVisible();
  });

  it('says where to begin while nothing was ever deployed', async () => {
    render(new FixtureStabilityApi({ services: [] }));
    expect(
      await screen.findByText('No deployment has been seen yet'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Open the events inbox' }),
    ).toHaveAttribute('href', '/events-inbox');
  });

  it.each([
    [403, 'Reading this needs stability.read.'],
    [503, 'The services could not be read'],
  ])('says why it cannot be read: %p', async (status, text) => {
    const api = new FixtureStabilityApi();
    const error = await refusal(status);
    jest.spyOn(api, 'listServices').mockRejectedValue(error);
    render(api);
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('can be read by everybody', async () => {
    const { container } = render();
    await row(/^prices/);
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
  });
});
