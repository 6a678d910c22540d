import type { Entity } from '@backstage/catalog-model';
import { catalogPlugin } from '@backstage/plugin-catalog';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { OverviewLayout } from './OverviewLayout';

describe('the overview of a service', () => {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'checkout',
    },
  };
  const card = (name: string, type?: 'info' | 'content') => ({
    type,
    element: <article key={name}>{name}</article>,
  });
  const show = (cards: Array<ReturnType<typeof card>>, of: Entity = entity) =>
    renderInTestApp(
      <EntityProvider entity={of}>
        <OverviewLayout cards={cards} />
      </EntityProvider>,
      {
        apis: [[catalogApiRef, catalogApiMock({ entities: [of] })]],
        mountedRoutes: { '/catalog': catalogPlugin.routes.catalogIndex },
      },
    );
  const order = async () =>
    (await screen.findAllByRole('article')).map(one => one.textContent);

  it('answers first, then tells about the entity, then the rest', async () => {
    const { container } = show([
      card('About', 'info'),
      card('Reliability', 'content'),
      card('Links', 'info'),
      card('APIs'),
    ]);
    expect(await order()).toEqual(['Reliability', 'About', 'Links', 'APIs']);
    expect(container.querySelector('[data-info]')).not.toBeNull();
  });

  it('takes the whole width where nothing stands at the side', async () => {
    const { container } = show([card('Reliability'), card('APIs')]);
    expect(await order()).toEqual(['Reliability', 'APIs']);
    expect(container.querySelector('[data-info]')).toBeNull();
  });

  it('keeps the warnings of the catalog', async () => {
    const annotations = { 'backstage.io/orphan': 'true' };
    show([card('About', 'info')], {
      ...entity,
      metadata: { ...entity.metadata, annotations },
    });
    expect(await screen.findByText(/not receiving updates/)).toBeVisible();
  });
});
