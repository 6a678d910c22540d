import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import {
  EntityOutageCard,
  EntityStabilityCard,
  EntityStabilityContent,
  EventsInboxPage,
  stabilityApiRef,
  StabilityPage,
  stabilityPlugin,
} from '.';
import { checkoutEntity } from './__fixtures__/checkoutEntity';
import { openIncident } from './__fixtures__/checkoutIncidents';
import { FixtureStabilityApi } from './__fixtures__/FixtureStabilityApi';

describe('the plugin in the legacy frontend system', () => {
  const render = (element: JSX.Element) =>
    renderInTestApp(
      <TestApiProvider
        apis={[
          [
            stabilityApiRef,
            new FixtureStabilityApi({ incidents: [openIncident] }),
          ],
        ]}
      >
        <EntityProvider entity={checkoutEntity}>
          <Routes>
            <Route path="/here" element={element} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      {
        routeEntries: ['/here'],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );

  it('brings a client of its own', () => {
    const refs = [...stabilityPlugin.getApis()].map(({ api }) => api.id);
    expect(stabilityPlugin.getId()).toBe('stability');
    expect(refs).toEqual(['plugin.stability.client']);
  });

  it('serves the fleet with its header', async () => {
    await render(<StabilityPage />);
    expect(
      await screen.findByRole('row', { name: /^prices/ }),
    ).toHaveTextContent('15.0%');
    expect(screen.getByRole('heading', { name: 'Stability' })).toBeVisible();
  });

  it('serves the inbox with its header', async () => {
    await render(<EventsInboxPage />);
    expect(
      await screen.findByRole('row', { name: /prices-prod/ }),
    ).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Events inbox' })).toBeVisible();
  });

  it('shows the card, and no link to an inbox that is not there', async () => {
    await render(<EntityStabilityCard />);
    expect(
      await screen.findByRole('link', { name: '3.3%, explain' }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(
        /^\/catalog\/default\/component\/checkout\/stability\?/,
      ),
    );
  });

  it('shows the outage', async () => {
    await render(<EntityOutageCard />);
    expect(
      await screen.findByText('Redis cannot read cart entries'),
    ).toBeVisible();
  });

  it('shows the tab', async () => {
    await render(<EntityStabilityContent />);
    expect(
      await screen.findByRole('row', { name: /v2\.31\.0/ }),
    ).toHaveTextContent('Failed');
    expect(
      screen.queryByRole('link', { name: 'Events inbox' }),
    ).not.toBeInTheDocument();
  });
});
