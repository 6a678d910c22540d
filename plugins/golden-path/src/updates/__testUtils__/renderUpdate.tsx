import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type {
  GoldenPathApi,
  UpdateOffer,
} from '@plimsoll/plugin-golden-path-common';
import { speakBritish } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { goldenPathApiRef } from '../../api';
import { templatesRouteRef } from '../routes';

export const giftCards: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'gift-cards', namespace: 'default' },
  spec: { scaffoldedFrom: 'template:default/node-service' },
};

/** A newer version, not asked for yet. */
export const available: UpdateOffer = {
  entityRef: 'component:default/gift-cards',
  template: {
    ref: 'template:default/node-service',
    name: 'node-service',
    title: 'Node service',
  },
  state: 'available',
  version: '1.0.0',
  newest: '1.1.0',
  changes: [{ version: '1.1.0', changes: ['Images are signed twice'] }],
};

/** Shows a part of the pages, with an API that answers as told. */
export function renderUpdate(
  element: JSX.Element,
  options: { api: Partial<GoldenPathApi>; path?: string },
) {
  const { api, path = '/' } = options;
  speakBritish();
  return renderInTestApp(
    <EntityProvider entity={giftCards}>{element}</EntityProvider>,
    {
      apis: [[goldenPathApiRef, api as GoldenPathApi]],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/templates': templatesRouteRef,
      },
      initialRouteEntries: [path],
    },
  );
}
