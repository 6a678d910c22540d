import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  Address,
  speakBritish,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import type { SloApi } from '@plimsoll/plugin-slo-common';
import type { StabilityApi } from '@plimsoll/plugin-stability-common';
import { sloApiRef, stabilityApiRef } from '../api';
import { inboxRouteRef } from '../routes';
import { checkoutEntity } from '../__fixtures__/checkoutEntity';

/** Shows a part of an entity page, with the catalog's routes around it. */
export function renderForEntity(
  element: JSX.Element,
  options: {
    api: StabilityApi;
    sloApi?: Pick<SloApi, 'listObjectives'>;
    entity?: Entity;
    query?: string;
  },
) {
  const { api, sloApi, entity = checkoutEntity, query = '' } = options;
  speakBritish();
  return renderInTestApp(
    <EntityProvider entity={entity}>
      {element}
      <Address />
    </EntityProvider>,
    {
      apis: [
        [stabilityApiRef, api],
        ...(sloApi ? ([[sloApiRef, sloApi]] as const) : []),
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/events-inbox': inboxRouteRef,
      },
      initialRouteEntries: [`/${query}`],
    },
  );
}
