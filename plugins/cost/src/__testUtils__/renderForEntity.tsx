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
import type { CostApi } from '@plimsoll/plugin-cost-common';
import { costApiRef } from '../api';
import { checkoutEntity } from '../__fixtures__/checkoutEntity';
import { rootRouteRef } from '../routes';

/** Shows a part of an entity page, with the catalog's routes around it. */
export function renderForEntity(
  element: JSX.Element,
  options: { api: CostApi; entity?: Entity; query?: string },
) {
  const { api, entity = checkoutEntity, query = '' } = options;
  speakBritish();
  return renderInTestApp(
    <EntityProvider entity={entity}>
      {element}
      <Address />
    </EntityProvider>,
    {
      apis: [[costApiRef, api]],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/cost': rootRouteRef,
      },
      initialRouteEntries: [`/${query}`],
    },
  );
}
