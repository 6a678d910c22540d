import {
  addressQuery,
  refusal,
  stopDate,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { checkoutCost } from '../__fixtures__/checkoutCost';
import { checkoutDeployments } from '../__fixtures__/checkoutDeployments';
import { CHECKOUT, checkoutEntity, NOW } from '../__fixtures__/checkoutEntity';
import { anomalies } from '../__fixtures__/fleet';
import { FixtureCostApi } from '../__fixtures__/FixtureCostApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { EntityCostTab } from './EntityCostTab';

describe('the Cost tab', () => {
  const render = (
    api = new FixtureCostApi(),
    options: { query?: string; entity?: typeof checkoutEntity } = {},
  ) => renderForEntity(<EntityCostTab />, { api, ...options });
  const withCost = (changes: Parameters<typeof checkoutCost>[0]) =>
    new FixtureCostApi({ cost: checkoutCost(changes) });
  const region = (name: string) => screen.findByRole('region', { name });
  const row = (name: RegExp) => screen.findByRole('row', { name });

  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  it('shows five figures with what they stand on', async () => {
    render();
    const tiles = within(await region('Figures'))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(tiles).toEqual([
      expect.stringMatching(
        /1\s?\u2013\s?17 November\$415.48\+4.1% on the 17 days before/,
      ),
      'Expected for November$748$724 to $775, budget $800 Change budget',
      expect.stringContaining('Per 1M requests$23.37+7.5% since v2.33.0'),
      'Per 1,000 orders$0.14180,000 orders a day ',
      'Can be saved$60.90 a month3 savings open, 1 held back ',
    ]);
  });

  it('says that savings are being worked out, and no amount, before anybody looked', async () => {
    const savings = {
      open: 0,
      heldBack: 0,
      realisable: '0.00',
      measured: true,
    };
    render(withCost({ savings }), { query: '?explain=saving' });
    const tiles = await region('Figures');
    expect(tiles).toHaveTextContent(
      /Can be savedbeing worked outthe first look comes a few minutes after the first bill\s*$/,
    );
    expect(tiles).not.toHaveTextContent('none found');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('asks for the month so far and for the days of the chart', async () => {
    const api = new FixtureCostApi();
    const asked = jest.spyOn(api, 'getServiceCost');
    render(api);
    await row(/^Compute/);
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
    expect(asked.mock.calls.map(([ref, request]) => [ref, request])).toEqual([
      [CHECKOUT, { metric: 'effective' }],
      [CHECKOUT, { from: '2026-10-20', to: '2026-11-20', metric: 'effective' }],
    ]);
  });

  it('asks in the currency of its address, for all that it shows', async () => {
    const api = new FixtureCostApi();
    const asked = (
      ['getServiceCost', 'listDeploymentCosts', 'listSavings'] as const
    ).map(name => jest.spyOn(api, name));
    render(api, { query: '?currency=EUR' });
    await row(/^Compute/);
    await waitFor(() => expect(asked[0]).toHaveBeenCalledTimes(2));
    const requests = asked.flatMap(one =>
      one.mock.calls.map(call =>
        call.find((part): part is { currency: string } =>
          Object.hasOwn(Object(part), 'currency'),
        ),
      ),
    );
    expect(requests.map(request => request?.currency)).toEqual(
      requests.map(() => 'EUR'),
    );
    expect(requests.length).toBeGreaterThanOrEqual(4);
  });

  it('leads to what it costs in other currencies', async () => {
    render(withCost({ otherCurrencies: ['EUR'] }));
    expect(
      await screen.findByText(
        'It costs in other currencies too, which are not added to USD.',
        { exact: false },
      ),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show EUR' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/cost?currency=EUR',
    );
  });

  it('draws a bar for each day, and hatches what is not complete', async () => {
    const { container } = render();
    const chart = await screen.findByRole('img', {
      name: /^Between \$22.* and \$2.* from 20 Oct to 17 Nov/,
    });
    expect(chart.querySelectorAll('[data-bar]')).toHaveLength(29);
    expect(chart.querySelectorAll('[data-incomplete]')).toHaveLength(2);
    expect(chart).toHaveTextContent('bill due');
    expect(chart).toHaveTextContent('v2.33.0: +$54 a month');
    expect(container).toHaveTextContent(
      'Bill not complete; expected value drawn',
    );
  });

  it('reads each bar to who walks them by keys', async () => {
    render();
    const chart = await screen.findByRole('img', { name: /^Between/ });
    jest.useRealTimers();
    const user = userEvent.setup();
    act(() => chart.focus());
    await user.keyboard('{End}');
    expect(
      await screen.findByText('19 Nov: $25.30 expected'),
    ).toBeInTheDocument();
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(
      await screen.findByText(/^17 Nov: \$2\d\.\d\d$/),
    ).toBeInTheDocument();
  });

  it('shows the same as a table, totals and parts', async () => {
    render();
    await screen.findByRole('img', { name: /^Between/ });
    jest.useRealTimers();
    await userEvent.click(screen.getByRole('button', { name: 'Table' }));
    const due = await row(/^19 Nov/);
    expect(due).toHaveTextContent('$25.30 expected');
    expect(
      screen.getByRole('columnheader', { name: /Database, USD/ }),
    ).toBeVisible();
  });

  it('shows months with their categories, and asks nothing for them', async () => {
    const api = new FixtureCostApi();
    const asked = jest.spyOn(api, 'getServiceCost');
    render(api, { query: '?range=13m' });
    const chart = await screen.findByRole('img', {
      name: /from November 2025 to October;/,
    });
    expect(chart.querySelectorAll('[data-bar]')).toHaveLength(12);
    expect(chart.querySelectorAll('[data-incomplete]')).toHaveLength(1);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('keeps metric and range in the address, and asks for them', async () => {
    const api = new FixtureCostApi();
    const asked = jest.spyOn(api, 'getServiceCost');
    render(api);
    await row(/^Compute/);
    jest.useRealTimers();
    const user = userEvent.setup();
    await user.click(screen.getByRole('radio', { name: 'Billed' }));
    await user.click(screen.getByRole('radio', { name: '90 d' }));
    await waitFor(() =>
      expect(asked.mock.lastCall?.[1]).toMatchObject({ metric: 'billed' }),
    );
    expect(Object.fromEntries(addressQuery())).toEqual({
      metric: 'billed',
      range: '90d',
    });
    expect(await region('Proof')).toHaveTextContent('Billed cost, USD');
  });

  it('says how each part came to the service, and that they are the bill', async () => {
    render();
    expect(await row(/^Compute/)).toHaveTextContent(
      '$189.57+9.6%pods in shopkart, at the billed node price',
    );
    expect(await row(/^Cache/)).toHaveTextContent('sessions-redis, by weight');
    expect(await row(/^Sum/)).toHaveTextContent(
      '$415.48+4.1%equals the bill\u2019s share to the cent',
    );
  });

  it('shows tax and refunds as lines of their own', async () => {
    render(
      withCost({
        total: '418.48',
        lines: [
          { kind: 'tax', total: '11.00' },
          { kind: 'refund', total: '-8.00' },
        ],
      }),
    );
    expect(await row(/^Tax/)).toHaveTextContent('$11.00');
    expect(await row(/^Refunds/)).toHaveTextContent('\u2212$8.00');
    expect(await row(/^Sum/)).toHaveTextContent('equals the bill');
  });

  it('says so where parts do not add up', async () => {
    render(withCost({ total: '415.49' }));
    expect(await row(/^Sum/)).toHaveTextContent('the parts add up to $415.48');
  });

  it('tells which deployment moved the unit cost, and which nobody can tell', async () => {
    render();
    const dear = await row(/^v2\.33\.0/);
    expect(dear).toHaveTextContent('$21.74$23.37+7.5%+$54');
    expect(
      within(dear).getByRole('img', {
        name: '+7.5%, 95% interval +5.1% to +9.9%',
      }),
    ).toBeVisible();
    expect(within(dear).getByRole('link', { name: 'v2.33.0' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/stability?deployment=d-v2.33.0',
    );
    expect(await row(/^v2\.31\.1/)).toHaveTextContent('cannot tell');
    expect(await row(/^v2\.31\.0/)).toHaveTextContent(
      'no matching weekdays yetlive for 7 min',
    );
    expect(await row(/^v2\.34\.0/)).toHaveTextContent('due 20 Nov');
  });

  it('says why no deployment is named though days differ', async () => {
    render();
    expect(await row(/^v2\.32\.0/)).toHaveTextContent(
      'the turn of the month explains it as well',
    );
    expect(
      screen.getByText(/95% intervals that hold for all of them at once/),
    ).toBeVisible();
  });

  it('says which deployments cannot be told apart', async () => {
    const [dear, other, ...rest] = checkoutDeployments;
    render(
      new FixtureCostApi({
        deployments: [
          { ...dear, alternatives: [other.deploymentId] },
          other,
          ...rest,
        ],
      }),
    );
    expect(await row(/^v2\.33\.0/)).toHaveTextContent(
      'v2.33.0cannot be told apart from v2.30.0',
    );
    expect(await row(/^v2\.30\.0/)).not.toHaveTextContent('told apart');
  });

  it('does not blame one of several in the chart', async () => {
    const { unitCosts } = checkoutCost();
    const [requests] = unitCosts;
    render(
      withCost({
        unitCosts: [
          {
            ...requests,
            changedBy: { ...checkoutDeployments[0], alternatives: ['d-2'] },
          },
        ],
      }),
    );
    expect(
      await screen.findByRole('img', { name: /^Between/ }),
    ).toHaveTextContent('v2.33.0 or one beside it: +$54 a month');
  });

  it('shows the largest steps first, and all of them when asked', async () => {
    const many = Array.from({ length: 9 }, (_, index) => ({
      ...checkoutDeployments[2],
      deploymentId: `d${index}`,
      version: `v9.${index}.0`,
    }));
    render(new FixtureCostApi({ deployments: many }));
    await row(/^v9\.6\.0/);
    expect(screen.queryByText('v9.7.0')).not.toBeInTheDocument();
    jest.useRealTimers();
    await userEvent.click(screen.getByRole('button', { name: 'Show all 9' }));
    expect(await row(/^v9\.8\.0/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Show all/ })).toBeNull();
  });

  it('lists savings with evidence, risk and what the error budget says', async () => {
    render();
    const first = await row(/^Right-size checkout/);
    expect(first).toHaveTextContent(
      'Asks for 500m CPU a pod; p95 of 30 days uses 212m',
    );
    expect(first).toHaveTextContent(
      '$38.20LowAllowed: 52.4% of the budget of Availability is left',
    );
    expect(await row(/^One-year commitment/)).toHaveTextContent('See curve');
    expect(await row(/^Spot nodes/)).toHaveTextContent(
      'Held back: 59.0% of the budget of Deployment stability is left, too little for its risk',
    );
  });

  it('names what all of it stands on', async () => {
    render();
    const proof = await region('Proof');
    expect(proof).toHaveTextContent(
      'Complete to 17 NovNext part due 20 NovMatched to the bill 99.1%Unallocated 0.9%, $61.02October restated \u2212$3.18Effective cost, USDFOCUS 1.2, split by OpenCost',
    );
    expect(
      within(proof).getByRole('link', { name: 'Data quality' }),
    ).toHaveAttribute('href', '/cost/data-quality');
  });

  it('tells days out of the ordinary before the chart', async () => {
    render(withCost({ anomalies: [anomalies[1]] }));
    expect(await region('Days out of the ordinary')).toHaveTextContent(
      /checkout: \$7.10 more than its weekdays, \+14%.*still going onCause not known/,
    );
  });

  it('compares no deployments for a system', async () => {
    const api = withCost({ groupBy: 'system' });
    const asked = jest.spyOn(api, 'listDeploymentCosts');
    render(api, { entity: { ...checkoutEntity, kind: 'System' } });
    await row(/^Compute/);
    expect(asked).not.toHaveBeenCalled();
    expect(
      screen.queryByText('What a deployment did to the unit cost'),
    ).not.toBeInTheDocument();
  });

  it.each([
    ['unmapped', 'Nothing on the bill names checkout'],
    ['no-bill', 'No bill has arrived yet'],
    ['not-configured', 'No bill is set up'],
  ] as const)('has words where it is %s', async (state, text) => {
    render(withCost({ state }));
    expect(await screen.findByText(text)).toBeVisible();
  });

  it.each([
    [403, 'Reading this needs cost.read.'],
    [503, 'The cost could not be read'],
    [404, 'The cost backend is not installed'],
  ])('says why it cannot be read: %p', async (status, text) => {
    const api = new FixtureCostApi();
    const error = await refusal(status);
    jest.spyOn(api, 'getServiceCost').mockRejectedValue(error);
    render(api);
    expect(await screen.findByText(text, { exact: false })).toBeVisible();
  });

  it('stands without savings and deployments that cannot be read', async () => {
    const api = new FixtureCostApi();
    const error = await refusal(503);
    jest.spyOn(api, 'listSavings').mockRejectedValue(error);
    jest.spyOn(api, 'listDeploymentCosts').mockRejectedValue(error);
    render(api);
    expect(
      await screen.findByText('The savings could not be read'),
    ).toBeVisible();
    expect(
      await screen.findByText('The deployments could not be read'),
    ).toBeVisible();
    expect(await row(/^Compute/)).toHaveTextContent('$189.57');
  });

  it('has a sentence where there is nothing to save or to compare', async () => {
    render(new FixtureCostApi({ savings: [], deployments: [] }));
    expect(
      await screen.findByText('Nothing to save that is worth it'),
    ).toBeVisible();
    expect(
      await screen.findByText('No deployment to compare yet'),
    ).toBeVisible();
  });

  it('calls nothing saved where nobody measured what is used', async () => {
    const api = new FixtureCostApi({ savings: [] });
    const page = await api.listSavings({});
    jest
      .spyOn(api, 'listSavings')
      .mockResolvedValue({ ...page, measured: undefined });
    render(api);
    expect(
      await screen.findByText('Nobody can tell what could be saved'),
    ).toBeVisible();
    expect(screen.queryByText(/Requests fit their use/)).toBeNull();
  });

  it('can be read by everybody', async () => {
    const { container } = render();
    await row(/^v2\.33\.0/);
    await row(/^Spot nodes/);
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
  });
});
