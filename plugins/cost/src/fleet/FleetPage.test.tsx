import {
  addressQuery,
  refusal,
  stopDate,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { checkoutProof } from '../__fixtures__/checkoutCost';
import { NOW } from '../__fixtures__/checkoutEntity';
import { fleetOverview, fleetRows } from '../__fixtures__/fleet';
import { FixtureCostApi } from '../__fixtures__/FixtureCostApi';
import { renderPage } from '../__testUtils__/renderPage';
import { FleetPage } from './FleetPage';

describe('the cost page of the fleet', () => {
  const render = (api = new FixtureCostApi(), query = '') =>
    renderPage(<FleetPage />, { api, query });
  const region = (name: string) => screen.findByRole('region', { name });
  const services = async (name: RegExp) =>
    within(await region('By service')).findByRole('row', { name });

  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  it('shows the bill, and that all of it stands somewhere', async () => {
    render();
    const tiles = within(await region('Totals'))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(tiles).toEqual([
      expect.stringMatching(/^Bill, .*\$6,780.14\+2.8% on the 17 days before/),
      'Expected for November$13,060$12,790 to $13,340 ',
      'On services$6,441.1295.0% of the bill ',
      'On no service$339.02unallocated $61.02, idle $212.40, shared $65.60 Map it',
      'Tax, credits and refunds$34.10Tax: $42.10, Refunds: \u2212$8.00 ',
      'Can be saved$214.00a month, 1.6% of the forecast See savings',
    ]);
    expect(screen.getByRole('link', { name: 'Map it' })).toHaveAttribute(
      'href',
      '/cost/unmapped',
    );
  });

  it('says that savings are being worked out, of all and of each, before anybody looked', async () => {
    const { saving, savingsFoundAt, ...overview } = fleetOverview;
    expect([saving, savingsFoundAt]).not.toContain(undefined);
    const [first] = fleetRows;
    render(
      new FixtureCostApi({
        overview,
        rows: [{ ...first, saving: undefined, savingState: 'waiting' }],
      }),
      '?explain=savings',
    );
    const tiles = await region('Totals');
    expect(tiles).toHaveTextContent(
      'Can be savedbeing worked outthe first look comes a few minutes after the first bill',
    );
    expect(tiles).not.toHaveTextContent('none found');
    expect(await services(/^storefront/)).toHaveTextContent(
      /being worked out$/,
    );
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('names the residue of division where there is one', async () => {
    const pools = { ...fleetOverview.pools, residue: '0.000000001' };
    render(new FixtureCostApi({ overview: { ...fleetOverview, pools } }));
    expect(await region('Totals')).toHaveTextContent(
      'residue of division $0.000000001',
    );
  });

  it('shows what moved and what was out of the ordinary', async () => {
    render();
    const movers = await region('Movers');
    expect(
      within(movers).getByRole('row', { name: /^product-listing/ }),
    ).toHaveTextContent('+$125.20$1,204.55+11.6%');
    const anomalies = await region('Days out of the ordinary');
    await waitFor(() =>
      expect(anomalies).toHaveTextContent(
        /product-listing, Network: \$23\.50 more than its weekdays, \+280%9\s?\u2013\s?10 November, expected \$8\.40, was \$31\.90Likeliest cause: NAT gateway \(82% of it\), deployment v12\.9\.1 \(60% of it\)/,
      ),
    );
    expect(anomalies).toHaveTextContent('Cause not known');
  });

  it('lists services with budget, unit cost and saving, in words where there is none', async () => {
    render();
    const listing = await services(/^product-listing/);
    expect(listing).toHaveTextContent('discovery \u00b7 purchase');
    expect(listing).toHaveTextContent('1 anomaly');
    expect(listing).toHaveTextContent('60%over $2,000 at this rate');
    expect(listing).toHaveTextContent('$8.10Per 1M requests, +9.0%');
    expect(await services(/^checkout/)).toHaveTextContent('$60.90');
    const cards = await services(/^gift-cards/);
    expect(cards).toHaveTextContent(
      'not on the billcannot tellcannot tellnoneno trafficnone',
    );
    expect(cards).not.toHaveTextContent('$');
  });

  it.each([
    ['waiting', 'not counted yet'],
    ['not-counted', 'not counted'],
  ] as const)('tells a unit cost that is %s', async (unitCostState, text) => {
    const [first] = fleetRows;
    render(
      new FixtureCostApi({
        rows: [{ ...first, unitCost: undefined, unitCostState }],
      }),
    );
    expect(await services(/^storefront/)).toHaveTextContent(
      new RegExp(`none${text}none$`),
    );
  });

  it('leads to the tab of each', async () => {
    render();
    const checkout = await services(/^checkout/);
    expect(
      within(checkout).getByRole('link', { name: 'checkout' }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout/cost');
    expect(
      within(checkout).getByRole('link', { name: '$415.48, explain' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/cost?explain=total',
    );
  });

  it('asks by its address: group, order, metric, name', async () => {
    const api = new FixtureCostApi();
    const list = jest.spyOn(api, 'listServices');
    const overview = jest.spyOn(api, 'getOverview');
    render(api);
    await services(/^checkout/);
    expect(list.mock.calls[0][0]).toEqual({
      groupBy: 'service',
      sort: '-cost',
      metric: 'effective',
      q: undefined,
      limit: 25,
      cursor: undefined,
    });
    jest.useRealTimers();
    const user = userEvent.setup();
    await user.click(
      screen.getByRole('columnheader', { name: 'Can be saved' }),
    );
    await user.click(screen.getByRole('radio', { name: 'List' }));
    await user.click(screen.getByRole('button', { name: /Group by/ }));
    await user.click(await screen.findByRole('option', { name: 'By owner' }));
    await waitFor(() =>
      expect(list.mock.lastCall?.[0]).toMatchObject({
        groupBy: 'owner',
        sort: '-saving',
        metric: 'list',
      }),
    );
    expect(overview).toHaveBeenCalledWith(
      { metric: 'list' },
      expect.anything(),
    );
    await waitFor(() =>
      // the figures and the chart ask beside each other, in any order
      expect(overview).toHaveBeenCalledWith(
        {
          from: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
          to: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
          metric: 'list',
        },
        expect.anything(),
      ),
    );
    expect(Object.fromEntries(addressQuery())).toEqual({
      groupBy: 'owner',
      sort: '-saving',
      metric: 'list',
    });
    expect(await region('By owner')).toBeVisible();
  });

  it('finds by name, and takes the search from its address', async () => {
    const api = new FixtureCostApi();
    const list = jest.spyOn(api, 'listServices');
    render(api, '?q=check');
    expect(await services(/^checkout/)).toBeVisible();
    expect(list.mock.calls[0][0]).toMatchObject({ q: 'check' });
    expect(
      within(await region('By service')).queryByRole('row', {
        name: /^storefront/,
      }),
    ).not.toBeInTheDocument();
    jest.useRealTimers();
    const user = userEvent.setup();
    const search = screen.getByRole('searchbox', { name: 'Search services' });
    expect(search).toHaveValue('check');
    await user.clear(search);
    await user.type(search, 'list');
    await waitFor(() =>
      expect(list.mock.lastCall?.[0]).toMatchObject({ q: 'list' }),
    );
    expect(addressQuery().get('q')).toBe('list');
  });

  it.each([
    ['Order', 'Largest rise first', { sort: '-change' }],
    ['Group by', 'By domain', { groupBy: 'domain' }],
    ['Group by', 'By system', { groupBy: 'system' }],
  ])('%s: %s', async (label, option, asked) => {
    const api = new FixtureCostApi();
    const list = jest.spyOn(api, 'listServices');
    render(api);
    await services(/^checkout/);
    jest.useRealTimers();
    const user = userEvent.setup();
    await user.click(
      screen.getByRole('button', { name: new RegExp(`${label}$`) }),
    );
    await user.click(await screen.findByRole('option', { name: option }));
    await waitFor(() => expect(list.mock.lastCall?.[0]).toMatchObject(asked));
    expect(Object.fromEntries(addressQuery())).toEqual(asked);
  });

  it('shows amounts of days out of the ordinary in their own currency', async () => {
    const api = new FixtureCostApi();
    const { items } = await api.listAnomalies();
    jest.spyOn(api, 'listAnomalies').mockResolvedValue({
      items,
      totalItems: items.length,
      pageInfo: {},
      proof: { ...checkoutProof, currency: 'EUR' },
    });
    render(api);
    await waitFor(async () =>
      expect(await region('Days out of the ordinary')).toHaveTextContent(
        '\u20ac23.50 more than its weekdays',
      ),
    );
  });

  it('says that nothing matches, and the way back', async () => {
    render(new FixtureCostApi(), '?q=nothing');
    expect(await screen.findByText('Nothing matches')).toBeVisible();
    jest.useRealTimers();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await services(/^checkout/)).toBeVisible();
  });

  it('shows sums over visible services, and no totals, to who may not see them', async () => {
    const api = new FixtureCostApi();
    const error = await refusal(403);
    jest.spyOn(api, 'getOverview').mockRejectedValue(error);
    render(api);
    expect(await region('Totals')).toHaveTextContent(
      'What you may see, to 17 Nov$3,433.96nothing to compare with yet',
    );
    expect(
      screen.getByText(/Totals of the whole bill need cost\.total\.read\./),
    ).toBeVisible();
    expect(screen.queryByText('On no service')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'Movers' }),
    ).not.toBeInTheDocument();
    expect(await services(/^checkout/)).toBeVisible();
  });

  it('shows services while the totals cannot be read', async () => {
    const api = new FixtureCostApi();
    const error = await refusal(503);
    jest.spyOn(api, 'getOverview').mockRejectedValue(error);
    render(api);
    expect(await services(/^checkout/)).toBeVisible();
    expect(
      await screen.findByText('The totals could not be read'),
    ).toBeVisible();
  });

  it.each([
    [403, 'Reading this needs cost.read.'],
    [503, 'The services could not be read'],
    [404, 'The cost backend is not installed'],
  ])('says why services cannot be read: %p', async (status, text) => {
    const api = new FixtureCostApi();
    const error = await refusal(status);
    for (const name of [
      'listServices',
      'getOverview',
      'listAnomalies',
    ] as const) {
      jest.spyOn(api, name).mockRejectedValue(error);
    }
    render(api);
    expect(
      (await screen.findAllByText(text, { exact: false }))[0],
    ).toBeVisible();
  });

  it('says what to do while there is no bill', async () => {
    const proof = { ...checkoutProof, sources: [] };
    const api = new FixtureCostApi({ rows: [] });
    jest.spyOn(api, 'listServices').mockResolvedValue({
      items: [],
      totalItems: 0,
      pageInfo: {},
      visible: { total: '0' },
      proof,
    });
    render(api);
    expect(await screen.findByText('No bill is set up')).toBeVisible();
  });

  it('has a sentence where nothing moved and nothing was odd', async () => {
    render(
      new FixtureCostApi({
        overview: { ...fleetOverview, movers: [] },
        anomalies: [],
        rows: fleetRows,
      }),
    );
    expect(await screen.findByText('Nothing moved')).toBeVisible();
    expect(
      await screen.findByText('No day was out of the ordinary'),
    ).toBeVisible();
  });

  it('can be read by everybody', async () => {
    const { container } = render();
    await services(/^checkout/);
    await region('Totals');
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
  });
});
