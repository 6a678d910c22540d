import { refusal, stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { NOW } from '../__fixtures__/checkoutEntity';
import { FixtureCostApi } from '../__fixtures__/FixtureCostApi';
import { dataQuality } from '../__fixtures__/quality';
import { renderPage } from '../__testUtils__/renderPage';
import { lastMonths } from './lastMonths';
import { QualityPage } from './QualityPage';

describe('the data quality', () => {
  const render = (api = new FixtureCostApi()) =>
    renderPage(<QualityPage />, { api });
  const row = (name: RegExp) => screen.findByRole('row', { name });

  beforeEach(() => stopDate(NOW));
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('proves that each bill adds up, or says by how much it does not', async () => {
    const [exact] = dataQuality.conservation;
    render(
      new FixtureCostApi({
        quality: {
          ...dataQuality,
          conservation: [
            exact,
            { ...exact, billingMonth: '2026-10-01', difference: '-0.01' },
            { ...exact, metric: 'list', bill: '7012.50', allocated: '7012.50' },
          ],
        },
      }),
    );
    expect(await row(/^Novemberbill/)).toHaveTextContent(
      'Novemberbill \u00b7 111USD$6,780.14$6,780.14none, to the last digit',
    );
    expect(await row(/^October0 invoices/)).toHaveTextContent('\u2212$0.01');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Billed cost of October does not add up: \u2212$0.01 stands on nothing.',
    );
    jest.useRealTimers();
    await userEvent.click(screen.getByRole('radio', { name: 'List' }));
    expect(await row(/^Novemberbill/)).toHaveTextContent('$7,012.50$7,012.50');
  });

  it('lists the invoices of a month, the newest months first and the rest on demand', async () => {
    const [exact] = dataQuality.conservation;
    const [invoice] = dataQuality.invoices;
    const months = ['2026-11-01', '2026-10-01', '2026-09-01', '2026-08-01'];
    const refund = { billed: '-12.60', effective: '-12.60' };
    render(
      new FixtureCostApi({
        quality: {
          ...dataQuality,
          conservation: months.map(billingMonth => ({
            ...exact,
            billingMonth,
          })),
          invoices: [
            invoice,
            {
              ...invoice,
              billingAccount: '222',
              ofOtherMonths: { ...refund, contracted: '0.00', list: '0.00' },
            },
          ],
        },
        restatements: [],
      }),
    );
    expect(await row(/^November2 invoices/)).toHaveTextContent('none, to the');
    expect(await row(/^bill \u00b7 222/)).toHaveTextContent(
      '$6,780.14of it \u2212$12.60 for use of other months',
    );
    expect(await row(/^September/)).toBeVisible();
    expect(screen.queryByRole('row', { name: /^August/ })).toBeNull();
    jest.useRealTimers();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all 4 months' }),
    );
    expect(await row(/^August/)).toBeVisible();
  });

  it('names what rounding to nano-units left, where it left something', async () => {
    const [exact] = dataQuality.conservation;
    render(
      new FixtureCostApi({
        quality: {
          ...dataQuality,
          conservation: [{ ...exact, residue: '-0.000000000499999' }],
        },
      }),
    );
    expect(await row(/^Novemberbill/)).toHaveTextContent(
      'none, to the last digitrounding to nano-units left \u2212$0.000000000499999',
    );
  });

  it('marks what is no longer delivered and counts for all that', async () => {
    const [read] = dataQuality.deliveries;
    render(
      new FixtureCostApi({
        quality: {
          ...dataQuality,
          deliveries: [
            { ...read, faults: [], goneSince: '2026-11-12T03:10:00.000Z' },
          ],
        },
      }),
    );
    expect(await row(/^2026-11/)).toHaveTextContent(
      /No longer delivered.*Not there since 12 Nov\. What was read of it counts until another delivery/,
    );
  });

  it('counts days that are shared by what is not their own', async () => {
    render(
      new FixtureCostApi({
        quality: {
          ...dataQuality,
          deliveries: [
            {
              source: 'allocation',
              delivery: 'edge',
              state: 'read',
              faults: [
                {
                  rule: 'shared-as-other-month',
                  severity: 'warning',
                  message: '',
                  count: 214,
                  place: '2026-02 to 2026-08, as in 2026-09',
                },
              ],
            },
          ],
        },
      }),
    );
    expect(await row(/^edge/)).toHaveTextContent(
      'Warning 214 days, 2026-02 to 2026-08, as in 2026-09: requests of these days are not known',
    );
  });

  it('ends with what its amounts stand on, and says which bill is late', async () => {
    const [bill] = dataQuality.proof.sources;
    render(
      new FixtureCostApi({
        quality: {
          ...dataQuality,
          proof: {
            ...dataQuality.proof,
            sources: [{ ...bill, state: 'late' }],
          },
        },
      }),
    );
    expect(
      await screen.findByRole('region', { name: 'Proof' }),
    ).toHaveTextContent('Matched to the bill 99.1%Unallocated 0.9%, $61.02');
    expect(
      screen.getByText(/^bill has not delivered since 17 Nov: what it charges/),
    ).toBeVisible();
  });

  it('says that the bill is being read, and calls nothing late meanwhile', async () => {
    const [bill] = dataQuality.proof.sources;
    render(
      new FixtureCostApi({
        quality: {
          ...dataQuality,
          proof: {
            ...dataQuality.proof,
            reading: { read: 7, of: 13 },
            sources: [{ ...bill, state: 'late' }],
          },
        },
      }),
    );
    expect(
      await screen.findByText(/^The bill is being read: 7 of 13 deliveries\./),
    ).toBeVisible();
    expect(screen.queryByText(/has not delivered/)).not.toBeInTheDocument();
  });

  it('says which cluster is being read, when all deliveries are', async () => {
    render(
      new FixtureCostApi({
        quality: {
          ...dataQuality,
          proof: {
            ...dataQuality.proof,
            reading: { read: 13, of: 13, clusters: ['shopkart'] },
          },
        },
      }),
    );
    expect(
      await screen.findByText(/^How shopkart is used is being read\./),
    ).toBeVisible();
    expect(screen.queryByText(/^The bill is being read/)).toBeNull();
  });

  it('counts what was not as it should be, and says why one was refused', async () => {
    render();
    expect(await row(/^2026-11/)).toHaveTextContent(
      'Read41,2081.2Thu 19 Nov, 03:101 warning, 1 noteWarning 19 rows, row 812: the list price is below the negotiated one: what negotiation saves is shown too lowNote 312 rows: Tags is null',
    );
    expect(await row(/^2026-10-copy/)).toHaveTextContent(
      /Refused.*Account 111 has October 2026 already, from delivery 2026-10\. Remove one of the two\./,
    );
  });

  it('keeps what a provider wrote anew, with its difference', async () => {
    render();
    expect(await row(/^October/)).toHaveTextContent(
      '4 Nov$12,880.40$12,877.22\u2212$3.18EffectiveData transfer of storefront \u2212$3.18',
    );
  });

  it('downloads the split of a month', async () => {
    const api = new FixtureCostApi();
    const asked = jest.spyOn(api, 'exportSplit');
    URL.createObjectURL = jest.fn(() => 'blob:split');
    URL.revokeObjectURL = jest.fn();
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation();
    render(api);
    await row(/^October/);
    jest.useRealTimers();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: /Month/ }));
    await user.click(await screen.findByRole('option', { name: 'October' }));
    await user.click(screen.getByRole('button', { name: 'Download CSV' }));
    expect(asked).toHaveBeenCalledWith({ month: '2026-10-01' });
    await waitFor(() => expect(click).toHaveBeenCalledTimes(1));
    expect((click.mock.contexts[0] as HTMLAnchorElement).download).toBe(
      'focus-split-2026-10.csv',
    );
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:split');
  });

  it('says that the split could not be read', async () => {
    const api = new FixtureCostApi();
    const error = await refusal(503);
    jest.spyOn(api, 'exportSplit').mockRejectedValue(error);
    render(api);
    await row(/^October/);
    jest.useRealTimers();
    await userEvent.click(screen.getByRole('button', { name: 'Download CSV' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The split could not be read.',
    );
  });

  it('has a sentence for each that is empty', async () => {
    render(
      new FixtureCostApi({
        quality: {
          ...dataQuality,
          deliveries: [],
          conservation: [],
          invoices: [],
        },
        restatements: [],
      }),
    );
    for (const text of [
      'No bill has been split yet',
      'Nothing has been delivered yet',
      'No month was written anew',
    ]) {
      expect(await screen.findByText(text)).toBeVisible();
    }
    expect(screen.queryByText('Download CSV')).not.toBeInTheDocument();
  });

  it.each([
    [403, 'Reading this needs cost.total.read.'],
    [503, 'The data quality could not be read'],
    [404, 'The cost backend is not installed'],
  ])('says why it cannot be read: %p', async (status, text) => {
    const api = new FixtureCostApi();
    const error = await refusal(status);
    jest.spyOn(api, 'getDataQuality').mockRejectedValue(error);
    render(api);
    expect(await screen.findByText(text, { exact: false })).toBeVisible();
  });

  it('stands without restatements that cannot be read', async () => {
    const api = new FixtureCostApi();
    const error = await refusal(503);
    jest.spyOn(api, 'listRestatements').mockRejectedValue(error);
    render(api);
    expect(
      await screen.findByText('The restatements could not be read'),
    ).toBeVisible();
    expect(await row(/^Novemberbill/)).toBeVisible();
  });

  it('can be read by everybody', async () => {
    const { container } = render();
    await row(/^October/);
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
  });
});

it('offers this month and the twelve before it', () => {
  const months = lastMonths(new Date('2026-03-31T23:00:00Z'));
  expect(months).toHaveLength(13);
  expect(months.slice(0, 4)).toEqual([
    '2026-03-01',
    '2026-02-01',
    '2026-01-01',
    '2025-12-01',
  ]);
  expect(months[12]).toBe('2025-03-01');
});
