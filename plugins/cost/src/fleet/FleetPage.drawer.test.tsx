import {
  addressQuery,
  refusal,
  stopDate,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { NOW } from '../__fixtures__/checkoutEntity';
import { fleetOverview } from '../__fixtures__/fleet';
import { FixtureCostApi } from '../__fixtures__/FixtureCostApi';
import { renderPage } from '../__testUtils__/renderPage';
import { FleetPage } from './FleetPage';

describe('what the cost page of the fleet explains', () => {
  const render = (api = new FixtureCostApi(), query = '') =>
    renderPage(<FleetPage />, { api, query });
  const drawer = (name: string) => screen.findByRole('dialog', { name });
  const totals = () => screen.findByRole('region', { name: 'Totals' });

  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  it('lets every tile be asked', async () => {
    render();
    expect(
      within(await totals())
        .getAllByRole('button')
        .map(button => button.getAttribute('aria-label')),
    ).toEqual(
      ['$6,780.14', '$13,060', '$6,441.12', '$339.02', '$34.10', '$214.00'].map(
        figure => `${figure}, explain`,
      ),
    );
  });

  it.each([
    ['total', 'Why $6,780.14', 'nowhere twice'],
    ['forecast', 'Why $13,060', 'Expected cost of the whole month'],
    ['on-services', 'Why $6,441.12', 'Charges that were given to a service'],
    ['on-no-service', 'Why $339.02', 'names no service that the catalog knows'],
    ['lines', 'Why $34.10', 'Charges that are spent on nothing'],
    ['savings', 'Why $214.00', 'Money a month that would really be saved'],
  ])('asks why %s is what it is', async (figure, title, definition) => {
    const api = new FixtureCostApi();
    const asked = jest.spyOn(api, 'explainOverview');
    render(api, `?explain=${figure}&metric=billed`);
    const open = await drawer(title);
    expect(open).toHaveTextContent(
      /The whole bill, 1.*17 November, billed cost/,
    );
    await waitFor(() => expect(open).toHaveTextContent(definition));
    expect(asked.mock.calls[0][0]).toEqual({ figure, metric: 'billed' });
  });

  it('shows inputs with their result, and sources with their time', async () => {
    render(undefined, '?explain=total');
    const open = await drawer('Why $6,780.14');
    await waitFor(() =>
      expect(open).toHaveTextContent(
        'On services$6,441.12Unallocated$61.02Idle$212.40Shared$65.60Residue of division$0.00Result$6,780.14',
      ),
    );
    expect(open).toHaveTextContent(
      'bill: FOCUS 1.2, complete to 17 NovThu 19 Nov, 03:10',
    );
  });

  it.each(['nonsense', 'forecast', 'lines', 'savings'])(
    'explains nothing that is not there: %s',
    async figure => {
      const api = new FixtureCostApi({
        overview: {
          ...fleetOverview,
          forecast: undefined,
          lines: [],
          saving: '0.00',
        },
      });
      const asked = jest.spyOn(api, 'explainOverview');
      render(api, `?explain=${figure}`);
      expect(await totals()).toHaveTextContent('none found');
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
      expect(asked).not.toHaveBeenCalled();
    },
  );

  it('explains no total to who may not see totals', async () => {
    const api = new FixtureCostApi();
    const error = await refusal(403);
    jest.spyOn(api, 'getOverview').mockRejectedValue(error);
    const asked = jest.spyOn(api, 'explainOverview');
    render(api, '?explain=total');
    expect(await totals()).toHaveTextContent('What you may see');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(asked).not.toHaveBeenCalled();
  });

  it('opens and closes by the figure, in the address, on the same page of the list', async () => {
    render(undefined, '?sort=-saving&after=25');
    await totals();
    jest.useRealTimers();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: '$339.02, explain' }));
    expect(Object.fromEntries(addressQuery())).toEqual({
      sort: '-saving',
      after: '25',
      explain: 'on-no-service',
    });
    await drawer('Why $339.02');
    await user.click(screen.getByRole('button', { name: 'Close explanation' }));
    expect(Object.fromEntries(addressQuery())).toEqual({
      sort: '-saving',
      after: '25',
    });
  });

  it('says that it cannot be read', async () => {
    const api = new FixtureCostApi();
    const error = await refusal(503);
    jest.spyOn(api, 'explainOverview').mockRejectedValue(error);
    render(api, '?explain=total');
    expect(
      await screen.findByText('The explanation could not be read'),
    ).toBeInTheDocument();
  });

  it('can be read by everybody', async () => {
    const { container } = render(undefined, '?explain=total');
    const open = await drawer('Why $6,780.14');
    await waitFor(() => expect(open).toHaveTextContent('Where it comes from'));
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
  });
});
