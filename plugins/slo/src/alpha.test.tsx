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
import { FixtureSloApi } from './__fixtures__/FixtureSloApi';
import { objectiveInState } from './__fixtures__/objectivesInEveryState';
import { objectiveStatus } from './__fixtures__/objectiveStatus';
import plugin, {
  entityDocumentCard,
  entityReliabilityCard,
  entitySlosContent,
} from './alpha';
import { sloApiRef } from './api';

describe('the plugin in the new frontend system', () => {
  it.each([
    'api:slo',
    'page:slo',
    'entity-card:slo/reliability',
    'entity-card:slo/document',
    'entity-card:slo/checks',
    'entity-content:slo',
    'home-page-widget:slo/my-budgets',
  ] as const)('brings %s', id => {
    expect(plugin.pluginId).toBe('slo');
    expect(plugin.getExtension(id)).toBeDefined();
  });

  it.each([
    ['Component', true, true],
    ['System', true, true],
    ['API', true, true],
    ['Group', true, false],
    ['Domain', true, false],
    ['Resource', false, false],
    ['User', false, false],
  ])('stands on the page of a %s: card %p, tab %p', (kind, shown, listed) => {
    const entity: Entity = { ...checkoutEntity, kind };
    const card = createExtensionTester(entityReliabilityCard).get(
      EntityCardBlueprint.dataRefs.filterFunction,
    );
    const tab = createExtensionTester(entitySlosContent).get(
      EntityContentBlueprint.dataRefs.filterFunction,
    );
    expect(card?.(entity)).toBe(shown);
    expect(tab?.(entity)).toBe(listed);
  });

  it.each([
    ['SLO', true],
    ['SLI', true],
    ['Component', false],
    ['AlertPolicy', false],
  ])('shows the document on the page of a %s: %p', (kind, shown) => {
    const filter = createExtensionTester(entityDocumentCard).get(
      EntityCardBlueprint.dataRefs.filterFunction,
    );
    expect(filter?.({ ...checkoutEntity, kind })).toBe(shown);
  });

  it('puts the tab under observability, and lets app-config rename it', () => {
    const usual = createExtensionTester(entitySlosContent);
    expect(usual.get(EntityContentBlueprint.dataRefs.title)).toBe('SLOs');
    expect(usual.get(EntityContentBlueprint.dataRefs.group)).toBe(
      'observability',
    );
    const renamed = createExtensionTester(entitySlosContent, {
      config: { title: 'Promises' },
    });
    expect(renamed.get(EntityContentBlueprint.dataRefs.title)).toBe('Promises');
  });

  it('shows the objectives of an entity on the card', async () => {
    renderInTestApp(
      <EntityProvider entity={checkoutEntity}>
        {createExtensionTester(entityReliabilityCard).reactElement()}
      </EntityProvider>,
      {
        apis: [
          [
            sloApiRef,
            new FixtureSloApi([
              objectiveInState('exhausted'),
              objectiveStatus({ demo: true }),
            ]),
          ],
        ],
      },
    );
    expect(await screen.findByText('Availability')).toBeVisible();
    const rows = screen.getAllByRole('listitem');
    expect(rows[0]).toHaveTextContent(/Latency p95, 2 s.*\u221212\.6%/);
    expect(rows[1]).toHaveTextContent(/Availability.*52\.4%/);
    expect(screen.getByText('Demo data')).toBeVisible();
    expect(screen.getByText(/^Evaluated .* of the window$/)).toBeVisible();
  });

  it('shows the objectives of an entity on the tab', async () => {
    renderInTestApp(
      <EntityProvider entity={checkoutEntity}>
        {createExtensionTester(entitySlosContent).reactElement()}
      </EntityProvider>,
      { apis: [[sloApiRef, new FixtureSloApi([objectiveStatus()])]] },
    );
    expect(
      await screen.findByRole('region', { name: 'Availability' }),
    ).toHaveTextContent('99.9% of checkout requests succeed');
  });

  it('serves the page at /slos, with counts, conflicts and a source that is down', async () => {
    renderTestApp({
      features: [plugin],
      initialRouteEntries: ['/slos'],
      apis: [
        [
          sloApiRef,
          new FixtureSloApi(
            [objectiveInState('burning'), objectiveInState('unknown')],
            {
              conflicts: [
                {
                  entityRef: 'slo:default/same-name',
                  kept: 'url:https://git.example.com/a/slo.yaml',
                  ignored: ['url:https://git.example.com/b/slo.yaml'],
                  seenAt: '2026-11-19T09:00:00.000Z',
                },
              ],
              sources: [
                {
                  name: 'prometheus-main',
                  type: 'prometheus',
                  demo: false,
                  up: false,
                },
              ],
            },
          ),
        ],
      ],
    });
    expect(
      await screen.findByRole('row', { name: /Failed transactions/ }),
    ).toBeVisible();
    expect(
      screen.getByRole('row', { name: /Deployment stability/ }),
    ).toBeVisible();
    expect(screen.getByText('of 2')).toBeVisible();
    expect(
      screen.getByText('1 name is claimed by several documents'),
    ).toBeVisible();
    expect(screen.getByText('prometheus-main does not answer.')).toBeVisible();
  });
});
