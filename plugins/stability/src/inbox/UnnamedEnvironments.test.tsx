import { refusal } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { NamedEnvironment } from '@plimsoll/plugin-stability-common';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { renderPage } from '../__testUtils__/renderPage';
import { InboxPage } from './InboxPage';

describe('environments that nobody has named', () => {
  const known: NamedEnvironment[] = [
    { name: 'production', production: true, known: true, deployments: 42 },
    { name: 'staging', production: false, known: true, deployments: 9 },
  ];
  const unknown = (name: string, deployments: number): NamedEnvironment => ({
    name,
    production: false,
    known: false,
    deployments,
  });

  function render(items: NamedEnvironment[]) {
    const api = new FixtureStabilityApi();
    const list = jest
      .spyOn(api, 'listEnvironments')
      .mockResolvedValue({ items, totalItems: items.length, pageInfo: {} });
    return { list, ...renderPage(<InboxPage />, { api }) };
  }
  const notice = () =>
    screen.findByRole('region', { name: 'Environments that nobody has named' });

  it('are told with how much goes there, and where to name them', async () => {
    const { container } = render([
      ...known,
      unknown('live-eu', 1_204),
      unknown('qa', 1),
    ]);
    const card = await notice();
    expect(
      within(card)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['live-eu 1,204 deployments', 'qa 1 deployment']);
    expect(card).toHaveTextContent('stability.environments.production');
    expect(card).toHaveTextContent('stability.environments.aliases');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('are no notice where all are named', async () => {
    const { list } = render(known);
    await screen.findByRole('region', { name: 'Doors' });
    await waitFor(() => expect(list).toHaveBeenCalled());
    expect(screen.queryByText('Environments that nobody has named')).toBeNull();
  });

  it('say that they could not be read, beside an inbox that could', async () => {
    const api = new FixtureStabilityApi();
    jest
      .spyOn(api, 'listEnvironments')
      .mockRejectedValueOnce(await refusal(503))
      .mockResolvedValue({
        items: [unknown('qa', 1)],
        totalItems: 1,
        pageInfo: {},
      });
    renderPage(<InboxPage />, { api });
    const card = await notice();
    expect(card).toHaveTextContent('The environments could not be read');
    expect(screen.getByRole('region', { name: 'Doors' })).toBeVisible();
    await userEvent.click(
      within(card).getByRole('button', { name: 'Try again' }),
    );
    expect(await within(await notice()).findByText('qa')).toBeVisible();
  });
});
