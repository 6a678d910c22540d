import type { Entity } from '@backstage/catalog-model';
import {
  createExtensionTester,
  renderInTestApp,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { screen } from '@testing-library/react';
import { checkoutEntity } from './__fixtures__/checkoutEntity';
import { FixtureCostApi } from './__fixtures__/FixtureCostApi';
import plugin, { entityCostCard, entityCostContent } from './alpha';
import { costApiRef } from './api';

describe('the plugin in the new frontend system', () => {
  it.each([
    'api:cost',
    'page:cost',
    'sub-page:cost/services',
    'sub-page:cost/savings',
    'sub-page:cost/unmapped',
    'sub-page:cost/data-quality',
    'entity-card:cost/cost',
    'entity-content:cost',
  ] as const)('brings %s', id => {
    expect(plugin.pluginId).toBe('cost');
    expect(plugin.getExtension(id)).toBeDefined();
  });

  it.each([
    ['Component', true],
    ['System', true],
    ['Domain', true],
    ['Group', true],
    ['API', false],
    ['User', false],
  ])('stands on the page of a %s: %p', (kind, shown) => {
    const entity: Entity = { ...checkoutEntity, kind };
    expect(
      createExtensionTester(entityCostCard).get(
        EntityCardBlueprint.dataRefs.filterFunction,
      )?.(entity),
    ).toBe(shown);
    expect(
      createExtensionTester(entityCostContent).get(
        EntityContentBlueprint.dataRefs.filterFunction,
      )?.(entity),
    ).toBe(shown);
  });

  it.each([
    [
      'Expected for November',
      () => createExtensionTester(entityCostCard).reactElement(),
    ],
    [
      'What it is spent on',
      () => createExtensionTester(entityCostContent).reactElement(),
    ],
  ])('shows %s', async (text, element) => {
    renderInTestApp(
      <EntityProvider entity={checkoutEntity}>{element()}</EntityProvider>,
      { apis: [[costApiRef, new FixtureCostApi()]] },
    );
    expect(await screen.findByText(text)).toBeVisible();
  });

  it.each([
    ['/cost', 'Movers'],
    ['/cost/services', 'Movers'],
    ['/cost/savings', 'Right-size checkout'],
    ['/cost/unmapped', 'What no service owns'],
    ['/cost/data-quality', 'Does it add up?'],
    ['/cost/nonsense', 'There is no such page'],
  ])('serves %s', async (path, text) => {
    renderTestApp({
      features: [plugin],
      initialRouteEntries: [path],
      apis: [[costApiRef, new FixtureCostApi()]],
    });
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('says nothing of unknown pages where one is known', async () => {
    renderTestApp({
      features: [plugin],
      initialRouteEntries: ['/cost/savings'],
      apis: [[costApiRef, new FixtureCostApi()]],
    });
    await screen.findByText('Right-size checkout');
    expect(screen.queryByText('There is no such page')).toBeNull();
  });
});
