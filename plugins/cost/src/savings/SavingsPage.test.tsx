import {
  addressQuery,
  refusal,
  stopDate,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { NOW } from '../__fixtures__/checkoutEntity';
import {
  appliedSaving,
  checkoutSavings,
  commitment,
} from '../__fixtures__/checkoutSavings';
import { FixtureCostApi } from '../__fixtures__/FixtureCostApi';
import { renderPage } from '../__testUtils__/renderPage';
import { SavingsPage } from './SavingsPage';

jest.setTimeout(90_000);

describe('the savings of all services', () => {
  const wait = { timeout: 30_000 };
  const render = (api = new FixtureCostApi(), query = '') =>
    renderPage(<SavingsPage />, { api, query });
  const row = (name: RegExp) => screen.findByRole('row', { name }, wait);
  const drawer = () => screen.findByRole('dialog', {}, wait);

  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  it('tells what can be saved, each of a service', async () => {
    render();
    expect(
      await screen.findByText(/^\$60\.90 a month can be saved;/, {}, wait),
    ).toBeVisible();
    expect(await row(/^Right-size checkout/)).toHaveTextContent('checkout');
  });

  it('opens the evidence, the money and the guard of one', async () => {
    render();
    await row(/^Right-size/);
    jest.useRealTimers();
    await userEvent.click(
      screen.getByRole('button', { name: '$38.20, explain' }),
    );
    const open = await drawer();
    expect(open).toHaveAccessibleName('Why $38.20 a month');
    expect(open).toHaveTextContent('CPU used at p95212m');
    expect(open).toHaveTextContent(
      'Realisable, after those before it$38.20If nodes and commitments did not matter$51.70',
    );
    expect(open).toHaveTextContent('Tightest objectiveAvailability');
    expect(addressQuery().get('saving')).toBe('right-size');
  });

  it('draws the curve of a commitment with its best point', async () => {
    render(new FixtureCostApi(), '?saving=commitment');
    const open = await drawer();
    expect(
      await within(open).findByRole(
        'img',
        { name: 'At most $21.60 a month, at $0.09 an hour.', hidden: true },
        wait,
      ),
    ).toBeInTheDocument();
    expect(open).toHaveTextContent('Breaks even after7 months');
  });

  it('keeps that a change was opened, and reads again', async () => {
    const api = new FixtureCostApi();
    const mark = jest.spyOn(api, 'markSavingApplied');
    const list = jest.spyOn(api, 'listSavings');
    render(api, '?saving=right-size');
    await drawer();
    jest.useRealTimers();
    const button = await screen.findByRole('button', {
      name: 'The change is open',
      hidden: true,
    });
    await userEvent.click(button);
    expect(mark).toHaveBeenCalledWith('right-size');
    await waitFor(() => expect(list).toHaveBeenCalledTimes(2));
  });

  it('says that it was not kept', async () => {
    const api = new FixtureCostApi();
    const error = await refusal(403);
    jest.spyOn(api, 'markSavingApplied').mockRejectedValue(error);
    render(api, '?saving=right-size');
    await drawer();
    jest.useRealTimers();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'The change is open',
        hidden: true,
      }),
    );
    expect(
      await screen.findByText(/^You may not do this\. It needs /),
    ).toBeInTheDocument();
  });

  it('offers no change for what is held back', async () => {
    render(new FixtureCostApi(), '?saving=spot');
    expect(await drawer()).toHaveTextContent(
      'Held back: 59.0% of the budget is left',
    );
    expect(
      screen.queryByRole('button', {
        name: 'The change is open',
        hidden: true,
      }),
    ).not.toBeInTheDocument();
  });

  it('compares what was promised with what the bill shows', async () => {
    render(new FixtureCostApi({ savings: [appliedSaving] }), '?saving=applied');
    expect(await drawer()).toHaveTextContent(
      'Promised a month$12.00Shown by the bill a month, to 1 Nov$9.70',
    );
  });

  it('says that a saving has gone', async () => {
    render(new FixtureCostApi(), '?saving=gone');
    expect(
      await screen.findByText('There is no such saving', {}, wait),
    ).toBeInTheDocument();
  });

  it('walks pages', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      ...commitment,
      id: `c${index}`,
      title: `Commitment ${index}`,
    }));
    const api = new FixtureCostApi({ savings: many });
    const list = jest.spyOn(api, 'listSavings');
    render(api);
    await row(/^Commitment 24/);
    jest.useRealTimers();
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    await waitFor(() =>
      expect(list.mock.lastCall?.[0]).toEqual({ limit: 25, cursor: '25' }),
    );
  });

  it.each([
    [403, 'Reading this needs cost.read.'],
    [503, 'The savings could not be read'],
    [404, 'The cost backend is not installed'],
  ])('says why they cannot be read: %p', async (status, text) => {
    const api = new FixtureCostApi();
    const error = await refusal(status);
    jest.spyOn(api, 'listSavings').mockRejectedValue(error);
    render(api);
    expect(await screen.findByText(text, { exact: false }, wait)).toBeVisible();
  });

  it('says that there is nothing to save', async () => {
    render(new FixtureCostApi({ savings: [] }));
    expect(
      await screen.findByText('Nothing to save that is worth it', {}, wait),
    ).toBeVisible();
  });

  it('can be read by everybody, with a drawer open', async () => {
    const { container } = render(
      new FixtureCostApi({ savings: checkoutSavings }),
      '?saving=commitment',
    );
    await drawer();
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
  });
});
