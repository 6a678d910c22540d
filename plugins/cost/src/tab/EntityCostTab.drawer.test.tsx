import {
  addressQuery,
  refusal,
  stopDate,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { checkoutCost } from '../__fixtures__/checkoutCost';
import { CHECKOUT, NOW } from '../__fixtures__/checkoutEntity';
import { FixtureCostApi } from '../__fixtures__/FixtureCostApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { EntityCostTab } from './EntityCostTab';

describe('what the Cost tab explains', () => {
  const render = (api = new FixtureCostApi(), query = '') =>
    renderForEntity(<EntityCostTab />, { api, query });
  const drawer = (name: string) => screen.findByRole('dialog', { name });

  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  it.each([
    ['total', 'Why $415.48'],
    ['forecast', 'Why $748'],
    ['budget', 'Why $800'],
    ['saving', 'Why $60.90 a month'],
    ['unit-cost:requests', 'Why $23.37'],
    ['unit-cost:orders', 'Why $0.14'],
  ])('asks why %s is what it is', async (figure, title) => {
    const api = new FixtureCostApi();
    const asked = jest.spyOn(api, 'explain');
    render(api, `?explain=${encodeURIComponent(figure)}&metric=billed`);
    const open = await drawer(title);
    expect(open).toHaveTextContent(/checkout, 1.*17 November, billed cost/);
    await waitFor(() =>
      expect(open).toHaveTextContent('How it was worked out'),
    );
    expect(asked.mock.calls[0].slice(0, 2)).toEqual([
      CHECKOUT,
      { figure, metric: 'billed' },
    ]);
  });

  it('shows definition, inputs with their result, and sources with their time', async () => {
    render(undefined, '?explain=total');
    const open = await drawer('Why $415.48');
    await waitFor(() =>
      expect(open).toHaveTextContent('Named by a tag$126.68'),
    );
    expect(open).toHaveTextContent('Result$415.48');
    expect(open).toHaveTextContent(
      'bill: FOCUS 1.2, complete to 17 NovThu 19 Nov, 03:10',
    );
  });

  it.each(['nonsense', 'forecast', 'unit-cost:beers', 'budget'])(
    'explains nothing that is not there: %s',
    async figure => {
      const cost = checkoutCost({ forecast: undefined, budget: undefined });
      render(new FixtureCostApi({ cost }), `?explain=${figure}`);
      await screen.findByRole('row', { name: /^Compute/ });
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    },
  );

  it('opens and closes by the figure, in the address', async () => {
    render();
    await screen.findByRole('row', { name: /^Compute/ });
    jest.useRealTimers();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: '$748, explain' }));
    expect(addressQuery().get('explain')).toBe('forecast');
    await user.click(screen.getByRole('button', { name: 'Close explanation' }));
    expect(addressQuery().get('explain')).toBeNull();
  });

  it('says that it cannot be read', async () => {
    const api = new FixtureCostApi();
    const error = await refusal(503);
    jest.spyOn(api, 'explain').mockRejectedValue(error);
    render(api, '?explain=total');
    expect(
      await screen.findByText('The explanation could not be read'),
    ).toBeInTheDocument();
  });

  it('shows a saving in the same place, one or the other', async () => {
    render(undefined, '?explain=total');
    await drawer('Why $415.48');
    jest.useRealTimers();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'See why: Right-size checkout',
        hidden: true,
      }),
    );
    expect(await drawer('Why $38.20 a month')).toHaveTextContent(
      'Right-size checkout',
    );
    expect(addressQuery().get('explain')).toBeNull();
  });

  it('reads again after a budget was set', async () => {
    const api = new FixtureCostApi();
    const read = jest.spyOn(api, 'getServiceCost');
    render(api);
    await screen.findByRole('row', { name: /^Compute/ });
    jest.useRealTimers();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Change budget' }));
    const before = read.mock.calls.length;
    await user.click(
      await screen.findByRole('button', { name: 'Save budget' }),
    );
    await waitFor(() => expect(read.mock.calls.length).toBeGreaterThan(before));
    expect(screen.queryByText('Budget of checkout')).not.toBeInTheDocument();
  });
});
