import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import {
  EntityReliabilityCard,
  EntitySlosContent,
  sloApiRef,
  sloPlugin,
  SlosPage,
} from '.';
import { checkoutEntity } from './__fixtures__/checkoutEntity';
import { FixtureSloApi } from './__fixtures__/FixtureSloApi';
import { objectiveInState } from './__fixtures__/objectivesInEveryState';
import { objectiveStatus } from './__fixtures__/objectiveStatus';

describe('the plugin in the legacy frontend system', () => {
  const api = () =>
    new FixtureSloApi([objectiveInState('burning'), objectiveStatus()]);

  const render = (element: JSX.Element) =>
    renderInTestApp(
      <TestApiProvider apis={[[sloApiRef, api()]]}>
        <EntityProvider entity={checkoutEntity}>
          <Routes>
            <Route path="/slos" element={element} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      {
        routeEntries: ['/slos'],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );

  it('brings a client of its own', () => {
    const refs = [...sloPlugin.getApis()].map(factory => factory.api.id);
    expect(sloPlugin.getId()).toBe('slo');
    expect(refs).toEqual(['plugin.slo.client']);
  });

  it('serves the page with its header', async () => {
    await render(<SlosPage />);
    expect(
      await screen.findByRole('row', { name: /Failed transactions/ }),
    ).toHaveTextContent('74.7%');
    expect(screen.getByRole('row', { name: /Availability/ })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'SLOs' })).toBeVisible();
  });

  it('shows the card', async () => {
    await render(<EntityReliabilityCard />);
    expect(
      await screen.findByRole('link', { name: '74.7%, explain' }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/catalog\/default\/component\/checkout\/slos\?/),
    );
    expect(screen.getByText('1 of 2 burning')).toBeVisible();
  });

  it('shows the tab', async () => {
    await render(<EntitySlosContent />);
    expect(
      await screen.findByRole('region', { name: 'Failed transactions' }),
    ).toHaveTextContent('Burning');
  });
});
