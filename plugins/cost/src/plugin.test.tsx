import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import {
  costApiRef,
  CostPage,
  costPlugin,
  EntityCostCard,
  EntityCostContent,
} from '.';
import { checkoutEntity } from './__fixtures__/checkoutEntity';
import { FixtureCostApi } from './__fixtures__/FixtureCostApi';

describe('the plugin in the legacy frontend system', () => {
  const render = (element: JSX.Element, path = '/here') =>
    renderInTestApp(
      <TestApiProvider apis={[[costApiRef, new FixtureCostApi()]]}>
        <EntityProvider entity={checkoutEntity}>
          <Routes>
            <Route path="/here/*" element={element} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      {
        routeEntries: [path],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );

  it('brings a client of its own', () => {
    const refs = [...costPlugin.getApis()].map(({ api }) => api.id);
    expect(costPlugin.getId()).toBe('cost');
    expect(refs).toEqual(['plugin.cost.client']);
  });

  it.each([
    ['/here', 'Movers'],
    ['/here/savings', 'Right-size checkout'],
    ['/here/unmapped', 'What no service owns'],
    ['/here/data-quality', 'Does it add up?'],
    ['/here/nonsense', 'There is no such page'],
  ])('serves %s with its header and tabs', async (path, text) => {
    await render(<CostPage />, path);
    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Cost' })).toBeVisible();
    expect(
      screen.getByRole('tab', { name: 'Unmapped cost' }),
    ).toBeInTheDocument();
  });

  it('shows the card', async () => {
    await render(<EntityCostCard />);
    expect(
      await screen.findByRole('link', { name: '$415.48, explain' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/cost?explain=total',
    );
  });

  it('shows the tab', async () => {
    await render(<EntityCostContent />);
    expect(
      await screen.findByRole('row', { name: /^Compute/ }),
    ).toHaveTextContent('$189.57');
  });
});
