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

describe('the savings of all services', () => {
  const render = (api = new FixtureCostApi(), query = '') =>
    renderPage(<SavingsPage />, { api, query });
  const row = (name: RegExp) => screen.findByRole('row', { name });
  const drawer = () => screen.findByRole('dialog');

  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  it('tells what can be saved, each of a service', async () => {
    render();
    expect(
      await screen.findByText(/^\$60\.90 a month can be saved;/),
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
    expect(open).toHaveTextContent(
      'Allowed: 52.4% of the budget of Availability is left',
    );
    expect(addressQuery().get('saving')).toBe('right-size');
  });

  it('leaves out what tells of others where the backend does', async () => {
    const { theoretical: _hidden, ...saving } = checkoutSavings[0];
    render(new FixtureCostApi({ savings: [saving] }), `?saving=${saving.id}`);
    const open = await drawer();
    expect(open).toHaveTextContent('Realisable, after those before it$38.20');
    expect(open).not.toHaveTextContent('If nodes and commitments');
  });

  it('draws the curve of a commitment with its best point', async () => {
    render(new FixtureCostApi(), '?saving=commitment');
    const open = await drawer();
    expect(
      await within(open).findByRole('img', {
        name: 'At most $21.60 a month, at $0.09 an hour.',
        hidden: true,
      }),
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
      name: 'It is made',
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
        name: 'It is made',
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
      'Held back: 59.0% of the budget of Deployment stability is left',
    );
    expect(
      screen.queryByRole('button', {
        name: /It is made|The change is open/,
        hidden: true,
      }),
    ).not.toBeInTheDocument();
  });

  it('compares what was promised with what the bill shows', async () => {
    render(new FixtureCostApi({ savings: [appliedSaving] }), '?saving=applied');
    const open = await drawer();
    expect(open).toHaveTextContent(
      'Promised a month$12.00Shown by the bill a month, to 1 Nov$9.70Between$6.20 and $13.20Compared4 weeks before and after',
    );
    expect(open).toHaveTextContent(
      /^.*Measured on the whole category, other changes included.*2 other changes were made in these weeks\./,
    );
    expect(open).not.toHaveTextContent('Error budget');
  });

  it('says in the row what became of a saving that was made', async () => {
    render(new FixtureCostApi({ savings: [appliedSaving] }));
    const made = await row(/^Right-size cart/);
    expect(made).toHaveTextContent(
      '$9.70LowOpened on 2 Oct, promised $12.00, got $9.70See result',
    );
    expect(
      within(made).getByRole('button', { name: 'See result: Right-size cart' }),
    ).toBeVisible();
  });

  it.each([
    ['commitment', /By hand: buy it from your provider/],
    ['right-size', /the scaffolder is not installed here/],
  ])('says why no form opens %s, and lets it be marked', async (id, why) => {
    const api = new FixtureCostApi();
    const mark = jest.spyOn(api, 'markSavingApplied');
    render(api, `?saving=${id}`);
    const open = await drawer();
    expect(open).toHaveTextContent(why);
    jest.useRealTimers();
    await userEvent.click(
      within(open).getByRole('button', { name: 'It is made', hidden: true }),
    );
    expect(mark).toHaveBeenCalledWith(id);
  });

  it('names what no service owns, and what only frees capacity', async () => {
    render(
      new FixtureCostApi({
        savings: [
          {
            ...commitment,
            id: 'volume',
            kind: 'idle',
            entityRef: undefined,
            subject: { type: 'volume', name: 'reindex-tmp' },
            curve: undefined,
            realisable: '0.00',
          },
        ],
      }),
      '?saving=volume',
    );
    expect(
      await row(/^Delete the unused volume reindex-tmp/),
    ).toHaveTextContent(/no service.*frees capacity.*See how/);
    expect(await drawer()).toHaveAccessibleName('Why it frees capacity');
  });

  it('ends with what its amounts stand on', async () => {
    render();
    expect(
      await screen.findByRole('region', { name: 'Proof' }),
    ).toHaveTextContent(
      'Complete to 17 NovNext part due 20 NovMatched to the bill 99.1%Unallocated 0.9%, $61.02October restated \u2212$3.18Effective cost, USD',
    );
  });

  it('says that a saving has gone', async () => {
    render(new FixtureCostApi(), '?saving=gone');
    expect(
      await screen.findByText('There is no such saving'),
    ).toBeInTheDocument();
  });

  it('walks pages', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      ...commitment,
      id: `c${index}`,
      kind: 'right-size' as const,
      subject: { type: 'workload' as const, name: `worker-${index}` },
    }));
    const api = new FixtureCostApi({ savings: many });
    const list = jest.spyOn(api, 'listSavings');
    render(api);
    await row(/^Right-size worker-24/);
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
    expect(await screen.findByText(text, { exact: false })).toBeVisible();
  });

  it('says that there is nothing to save', async () => {
    render(new FixtureCostApi({ savings: [] }));
    expect(
      await screen.findByText('Nothing to save that is worth it'),
    ).toBeVisible();
  });

  it('does not say so before anybody looked', async () => {
    const api = new FixtureCostApi({ savings: [] });
    const { foundAt, ...notLookedAt } = await api.listSavings({});
    expect(foundAt).toBeDefined();
    jest.spyOn(api, 'listSavings').mockResolvedValue(notLookedAt);
    render(api);
    expect(
      await screen.findByText('Savings are being worked out'),
    ).toBeVisible();
    expect(
      screen.queryByText('Nothing to save that is worth it'),
    ).not.toBeInTheDocument();
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
