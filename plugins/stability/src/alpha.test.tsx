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
import { MarkerSourceBlueprint } from '@plimsoll/plugin-plimsoll-react/alpha';
import { screen } from '@testing-library/react';
import { checkoutEntity } from './__fixtures__/checkoutEntity';
import { openIncident } from './__fixtures__/checkoutIncidents';
import { FixtureStabilityApi } from './__fixtures__/FixtureStabilityApi';
import plugin, {
  deploymentMarkers,
  entityOutageCard,
  entityStabilityCard,
  entityStabilityContent,
  incidentMarkers,
} from './alpha';
import { stabilityApiRef } from './api';
import { deploymentMarks, incidentMarks } from './markers';

describe('the plugin in the new frontend system', () => {
  it.each([
    'api:stability',
    'page:stability',
    'page:stability/inbox',
    'entity-card:stability/outage',
    'entity-card:stability/stability',
    'entity-content:stability',
    'marker-source:stability/deployments',
    'marker-source:stability/incidents',
  ] as const)('brings %s', id => {
    expect(plugin.pluginId).toBe('stability');
    expect(plugin.getExtension(id)).toBeDefined();
  });

  it.each([
    ['Component', true, true],
    ['System', true, false],
    ['Domain', true, false],
    ['Group', true, false],
    ['API', false, false],
    ['Resource', false, false],
  ])('stands on the page of a %s: %p, outages: %p', (kind, shown, outage) => {
    const entity: Entity = { ...checkoutEntity, kind };
    const { filterFunction } = EntityCardBlueprint.dataRefs;
    expect(
      createExtensionTester(entityStabilityCard).get(filterFunction)?.(entity),
    ).toBe(shown);
    expect(
      createExtensionTester(entityOutageCard).get(filterFunction)?.(entity),
    ).toBe(outage);
    expect(
      createExtensionTester(entityStabilityContent).get(
        EntityContentBlueprint.dataRefs.filterFunction,
      )?.(entity),
    ).toBe(shown);
  });

  it('brings marks to the charts of the slo plugin', () => {
    const { source } = MarkerSourceBlueprint.dataRefs;
    // Their names are translated: the tests of the sources read them.
    expect(createExtensionTester(deploymentMarkers).get(source)).toBe(
      deploymentMarks,
    );
    expect(createExtensionTester(incidentMarkers).get(source)).toBe(
      incidentMarks,
    );
  });

  it.each([
    ['3.3%', () => createExtensionTester(entityStabilityCard).reactElement()],
    [
      'Redis cannot read cart entries',
      () => createExtensionTester(entityOutageCard).reactElement(),
    ],
    [
      'Failed deployment recovery',
      () => createExtensionTester(entityStabilityContent).reactElement(),
    ],
  ])('shows %s', async (text, element) => {
    renderInTestApp(
      <EntityProvider entity={checkoutEntity}>{element()}</EntityProvider>,
      {
        apis: [
          [
            stabilityApiRef,
            new FixtureStabilityApi({ incidents: [openIncident] }),
          ],
        ],
      },
    );
    expect(await screen.findByText(text)).toBeVisible();
  });

  it.each([
    ['/stability', /^prices/],
    ['/events-inbox', /^deployment_status/],
  ])('serves %s', async (path, name) => {
    renderTestApp({
      features: [plugin],
      initialRouteEntries: [path],
      apis: [[stabilityApiRef, new FixtureStabilityApi()]],
    });
    expect(await screen.findByRole('row', { name })).toBeVisible();
  });
});
