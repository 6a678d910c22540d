import * as shared from '@plimsoll/plugin-plimsoll-react';
import {
  addressQuery,
  layOutAt,
  refusal,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { fleetServices, serviceRow } from '../__fixtures__/fleetServices';
import { renderPage } from '../__testUtils__/renderPage';
import { FleetPage } from './FleetPage';

jest.mock('@plimsoll/plugin-plimsoll-react', () => ({
  __esModule: true,
  ...jest.requireActual('@plimsoll/plugin-plimsoll-react'),
}));

describe('the fleet in its other states', () => {
  const render = (api = new FixtureStabilityApi(), query = '') =>
    renderPage(<FleetPage />, { api, query });
  const row = (name: RegExp) => screen.findByRole('row', { name });
  afterEach(() => jest.restoreAllMocks());

  it('loads without filters, which would move', async () => {
    const api = new FixtureStabilityApi();
    jest.spyOn(api, 'listServices').mockReturnValue(new Promise(() => {}));
    render(api);
    expect(await screen.findByText('Loading')).toBeInTheDocument();
    expect(screen.queryByRole('search')).toBeNull();
  });

  it('keeps the filters usable when what they ask for cannot be read', async () => {
    const api = new FixtureStabilityApi();
    const error = await refusal(503);
    const list = jest.spyOn(api, 'listServices');
    render(api);
    await row(/^prices/);
    const user = userEvent.setup();
    list.mockRejectedValueOnce(error);
    await user.click(screen.getByRole('radio', { name: '30 d' }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The services could not be read');
    expect(screen.queryByRole('row')).toBeNull();
    await user.click(screen.getByRole('radio', { name: '90 d' }));
    expect(await row(/^prices/)).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('greys rows that could not be read again, and tells their age once', async () => {
    const { usePolled } = shared;
    jest.spyOn(shared, 'usePolled').mockImplementation(options => {
      const polled = usePolled(options);
      return polled.data === undefined
        ? polled
        : {
            ...polled,
            readAt: new Date(Date.now() - 200_000),
            error: new Error('down'),
          };
    });
    render();
    const prices = await row(/^prices/);
    expect(prices.closest('[data-outdated]')).not.toBeNull();
    expect(screen.getAllByText(/^Could not be refreshed.* 3 min/)).toHaveLength(
      1,
    );
  });

  it('walks to the next page and back, and sorts from the first', async () => {
    const api = new FixtureStabilityApi({
      services: Array.from({ length: 30 }, (_, index) =>
        serviceRow({ entityRef: `component:default/service-${index}` }),
      ),
    });
    const list = jest.spyOn(api, 'listServices');
    render(api);
    await row(/^service-0/);
    expect(screen.getByText('1\u201325 of 30')).toBeVisible();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: /next/i }));
    await waitFor(() => expect(list.mock.lastCall?.[0].cursor).toBe('25'));
    await user.click(screen.getByRole('columnheader', { name: 'Service' }));
    await waitFor(() =>
      expect(list.mock.lastCall?.[0]).toMatchObject({
        sort: 'name',
        cursor: undefined,
      }),
    );
    expect(String(addressQuery())).toBe('sort=name');
  });

  it('has no column that sorts by what the API cannot sort by', async () => {
    const api = new FixtureStabilityApi();
    const list = jest.spyOn(api, 'listServices');
    render(api);
    await row(/^prices/);
    await userEvent.click(
      screen.getByRole('columnheader', { name: 'Lead time' }),
    );
    expect(list).toHaveBeenCalledTimes(1);
  });

  it('becomes cards on a phone, with names, incidents and both figures', async () => {
    const undo = layOutAt(360);
    const { container } = render();
    const cards = await screen.findAllByRole('listitem');
    await waitFor(() => expect(screen.queryByRole('grid')).toBeNull());
    undo();
    expect(cards).toHaveLength(fleetServices.length);
    const [prices, , cardsService] = screen.getAllByRole('listitem');
    expect(prices).toHaveTextContent(/prices.*INC-482.*15\.0%6 of 40.*Failed/);
    expect(
      within(prices).getByRole('link', { name: 'prices' }),
    ).toHaveAttribute('href', '/catalog/default/component/prices/stability');
    expect(cardsService).toHaveTextContent('none seen');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says that numbers are made up where one is', async () => {
    render(
      new FixtureStabilityApi({
        services: [fleetServices[0], serviceRow({ demo: true })],
      }),
    );
    expect(await screen.findByText('Demo data')).toBeVisible();
  });

  it('has words where a metric is missing', async () => {
    render(
      new FixtureStabilityApi({ services: [serviceRow({ metrics: [] })] }),
    );
    expect(await row(/^checkout/)).toHaveTextContent(/no data.*no data/i);
  });
});
