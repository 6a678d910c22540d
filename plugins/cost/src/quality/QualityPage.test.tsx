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

  it('proves that the bill adds up, or says by how much it does not', async () => {
    const [exact] = dataQuality.conservation;
    render(
      new FixtureCostApi({
        quality: {
          ...dataQuality,
          conservation: [
            exact,
            { ...exact, metric: 'billed', difference: '-0.01' },
          ],
        },
      }),
    );
    expect(await row(/^Effective/)).toHaveTextContent(
      'USD$6,780.14$6,780.14none, to the last digit',
    );
    expect(await row(/^Billed/)).toHaveTextContent('\u2212$0.01');
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
    expect(await row(/^Effective/)).toHaveTextContent(
      'none, to the last digitrounding to nano-units left \u2212$0.000000000499999',
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
        quality: { ...dataQuality, deliveries: [], conservation: [] },
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
    expect(await row(/^Effective/)).toBeVisible();
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
