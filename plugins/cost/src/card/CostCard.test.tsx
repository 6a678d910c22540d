import { ResponseError } from '@backstage/errors';
import { refusal, stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { checkoutCost, checkoutProof } from '../__fixtures__/checkoutCost';
import { CHECKOUT, checkoutEntity, NOW } from '../__fixtures__/checkoutEntity';
import { FixtureCostApi } from '../__fixtures__/FixtureCostApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { CostCard } from './CostCard';

/** Looked, and found none. */
const NONE = {
  open: 0,
  heldBack: 0,
  realisable: '0',
  foundAt: '2026-11-19T09:20:00.000Z',
};

describe('the Cost card', () => {
  const render = (
    api = new FixtureCostApi(),
    entity: typeof checkoutEntity = checkoutEntity,
  ) => renderForEntity(<CostCard />, { api, entity });
  const withCost = (changes: Parameters<typeof checkoutCost>[0]) =>
    new FixtureCostApi({ cost: checkoutCost(changes) });
  const card = () => screen.findByRole('region', { name: 'Cost' });
  const figures = async () => {
    await screen.findByText('$415.48');
    return card();
  };

  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  it('shows the month so far, its end, its unit cost and the largest saving', async () => {
    render();
    const text = (await figures()).textContent;
    expect(text).toMatch(/1\s?\u2013\s?17 November/);
    expect(text).toContain('$415.48+4.1% on the 17 days before');
    expect(text).toContain('52% used on day 17 of 30budget $800');
    expect(text).toContain(
      'Expected for November$748between $724 and $775under budget',
    );
    expect(text).toContain(
      'Per 1M requests$23.37+7.5% since v2.33.0 on 11 Nov, from $21.74 to $23.37',
    );
    expect(text).toContain(
      'Largest saving$38.20 a monthRight-size checkout, low risk',
    );
    expect(text).toContain(
      'Bill complete to 17 Nov, matched 99.1%, unallocated 0.9%, effective USDOctober restated \u2212$3.18',
    );
  });

  it('draws budget and trend with what they find', async () => {
    render();
    await figures();
    expect(
      screen.getByRole('img', {
        name: '52% of a budget of $800 is used; $748 is expected',
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('img', { name: /^From \$21.94 to .* over 30 days$/ }),
    ).toBeVisible();
  });

  it('asks one question for the month so far', async () => {
    const api = new FixtureCostApi();
    const asked = (['getServiceCost', 'listSavings', 'explain'] as const).map(
      name => jest.spyOn(api, name),
    );
    render(api);
    await figures();
    expect(asked[0].mock.calls).toEqual([[CHECKOUT, {}]]);
    expect(asked[1]).not.toHaveBeenCalled();
    expect(asked[2]).not.toHaveBeenCalled();
  });

  it.each([
    ['$415.48, explain', 'explain=total'],
    ['$748, explain', 'explain=forecast'],
    ['$23.37, explain', 'explain=unit-cost%3Arequests'],
    ['$38.20 a month, explain', 'saving=right-size'],
    ['See saving', 'saving=right-size'],
  ])('leads from %s to its ground', async (name, query) => {
    render();
    await figures();
    expect(screen.getByRole('link', { name })).toHaveAttribute(
      'href',
      `/catalog/default/component/checkout/cost?${query}`,
    );
  });

  it('has words, not zeros, for what is not known', async () => {
    render(
      withCost({
        change: undefined,
        forecast: undefined,
        budget: undefined,
        unitCosts: [
          {
            unit: 'requests',
            per: 1_000_000,
            state: 'no-volume',
            days: [],
          },
        ],
        savings: { ...NONE, measured: true },
      }),
    );
    const text = (await figures()).textContent;
    expect(text).toContain('nothing to compare with yet');
    expect(text).toContain(
      'cannot tellneeds four weeks of complete daysSet a budget',
    );
    expect(text).toContain('no trafficno requests were counted in these days');
    expect(text).toContain('Largest savingnone found');
    expect(text).not.toContain('$0');
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });

  it('does not say that nothing is to be saved where nobody looked', async () => {
    render(withCost({ savings: NONE }));
    const text = (await figures()).textContent;
    expect(text).toContain(
      'Largest savingcannot tellnothing says what its pods use',
    );
    expect(text).not.toContain('none found');
  });

  it('says that savings are being worked out until somebody looked', async () => {
    render(
      withCost({ savings: { ...NONE, foundAt: undefined, measured: true } }),
    );
    const text = (await figures()).textContent;
    expect(text).toContain(
      'Largest savingbeing worked outthe first look comes a few minutes after the first bill',
    );
    expect(text).not.toContain('none found');
  });

  it('says that a budget does not hold', async () => {
    const budget = { ...checkoutCost().budget!, state: 'over' as const };
    render(withCost({ budget }));
    expect(await figures()).toHaveTextContent('over budget');
  });

  it('labels the list price where there is no bill', async () => {
    render(
      withCost({
        proof: {
          ...checkoutProof,
          basis: 'list-price',
          matchedRatio: undefined,
        },
      }),
    );
    expect(await figures()).toHaveTextContent(
      'List price of the cluster to 17 Nov, USD; there is no bill',
    );
  });

  it.each([
    [
      'late',
      'bill has not delivered since 17 Nov: what it charges is missing from later days.',
    ],
    ['failing', 'bill cannot be read. The last complete bill is shown.'],
  ] as const)('says that a bill is %s', async (state, text) => {
    render(
      withCost({
        proof: {
          ...checkoutProof,
          sources: [{ ...checkoutProof.sources[0], state }],
        },
      }),
    );
    expect(await figures()).toHaveTextContent(text);
  });

  it('says that the numbers are made up, only when they are', async () => {
    const { unmount } = render(withCost({ demo: true }));
    await figures();
    expect(screen.getByText('Demo data')).toBeVisible();
    unmount();
    render();
    await figures();
    expect(screen.queryByText('Demo data')).not.toBeInTheDocument();
  });

  it('says how to name its resources where nothing on the bill does', async () => {
    render(withCost({ state: 'unmapped' }));
    expect(
      await screen.findByText('Nothing on the bill names checkout'),
    ).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'Annotation for checkout' }),
    ).toHaveTextContent('plimsoll.dev/cost-tags: service=checkout');
    expect(
      screen.getByRole('region', { name: 'Tag for the resources of checkout' }),
    ).toHaveTextContent('service = checkout');
    expect(
      screen.getByRole('link', { name: 'See what no service owns' }),
    ).toHaveAttribute('href', '/cost/unmapped');
    expect(screen.queryByText('$415.48')).not.toBeInTheDocument();
  });

  it('names the share of pools that is all there is, and the last own day', async () => {
    render(
      withCost({
        state: 'unmapped',
        total: '10.02',
        namedUntil: '2026-10-11',
      }),
    );
    expect(
      await screen.findByText(
        'Nothing on the bill has named checkout since 11 Oct',
      ),
    ).toBeVisible();
    expect(await card()).toHaveTextContent(
      'Its part of shared pools is $10.02; no charge is its own. Name its resources',
    );
  });

  it('leads to the currency that a service costs in', async () => {
    render(
      withCost({
        state: 'other-currency',
        total: '0.00',
        otherCurrencies: ['EUR'],
      }),
    );
    expect(await screen.findByText('checkout costs in EUR')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show EUR' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/cost?currency=EUR',
    );
    expect(await card()).not.toHaveTextContent('Nothing on the bill');
  });

  it('says that no bill has come yet', async () => {
    render(withCost({ state: 'no-bill' }));
    expect(await screen.findByText('No bill has arrived yet')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Data quality' })).toHaveAttribute(
      'href',
      '/cost/data-quality',
    );
  });

  it('says how a bill is set up', async () => {
    render(withCost({ state: 'not-configured' }));
    expect(await screen.findByText('No bill is set up')).toBeVisible();
    jest.useRealTimers();
    await userEvent.click(
      screen.getByRole('button', { name: 'Set up in 5 lines' }),
    );
    expect(
      screen.getByRole('region', { name: 'Lines for app-config.yaml' }),
    ).toHaveTextContent('type: focus');
  });

  it('says who can help where it may not be read', async () => {
    const api = new FixtureCostApi();
    const error = await refusal(403);
    jest.spyOn(api, 'getServiceCost').mockRejectedValue(error);
    render(api);
    expect(
      await screen.findByText(/Reading this needs cost\.read\./),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Ask payments-crew' }),
    ).toBeVisible();
  });

  it('says that the service is not affected by a backend that fails, and tries again', async () => {
    const api = new FixtureCostApi();
    const error = await refusal(503);
    jest.spyOn(api, 'getServiceCost').mockRejectedValueOnce(error);
    render(api);
    expect(await screen.findByText('The cost could not be read')).toBeVisible();
    expect(await card()).toHaveTextContent(
      'The service itself is not affected.',
    );
    expect(await card()).not.toHaveTextContent('10.0.0.7');
    jest.useRealTimers();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('$415.48')).toBeVisible();
  });

  it('keeps a service that it does not know apart from a backend that is not there', async () => {
    const api = new FixtureCostApi();
    const body = { name: 'NotFoundError', message: 'no such service' };
    const error = await ResponseError.fromResponse({
      ok: false,
      status: 404,
      statusText: 'Not Found',
      url: 'http://portal/api/cost',
      redirected: false,
      type: 'default',
      headers: new Headers({ 'content-type': 'application/json' }),
      text: async () =>
        JSON.stringify({ error: body, response: { statusCode: 404 } }),
    });
    jest.spyOn(api, 'getServiceCost').mockRejectedValue(error);
    render(api);
    expect(
      await screen.findByText('There is no cost of checkout that you may see'),
    ).toBeVisible();
  });

  it('says how the backend is installed where nobody answers', async () => {
    const api = new FixtureCostApi();
    const error = await refusal(404);
    jest.spyOn(api, 'getServiceCost').mockRejectedValue(error);
    render(api);
    expect(
      await screen.findByText('The cost backend is not installed'),
    ).toBeVisible();
  });

  it('sums up the parts of a system', async () => {
    const api = new FixtureCostApi();
    const asked = jest.spyOn(api, 'getServiceCost');
    render(api, {
      ...checkoutEntity,
      kind: 'System',
      metadata: { name: 'purchase', namespace: 'default' },
    });
    await figures();
    expect(asked).toHaveBeenCalledWith('system:default/purchase', {});
  });

  it('stands in one frame in all its states, which everybody can read', async () => {
    const { container, unmount } = render();
    await figures();
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
    unmount();
    const empty = render(withCost({ state: 'unmapped' }));
    await screen.findByText('Nothing on the bill names checkout');
    expect(await card()).toBeVisible();
    expect(await axe(empty.container)).toHaveNoViolations();
  });
});
