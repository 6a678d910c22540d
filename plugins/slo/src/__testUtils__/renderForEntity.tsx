import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { Address } from '@plimsoll/plugin-plimsoll-react/testUtils';
import type { SloApi } from '@plimsoll/plugin-slo-common';
import { sloApiRef } from '../api';
import { checkoutEntity } from '../__fixtures__/checkoutEntity';

/** Shows a part of an entity page, with the catalog's routes around it. */
export function renderForEntity(
  element: JSX.Element,
  options: { api: SloApi; entity?: Entity; query?: string },
) {
  const { api, entity = checkoutEntity, query = '' } = options;
  return renderInTestApp(
    <EntityProvider entity={entity}>
      {element}
      <Address />
    </EntityProvider>,
    {
      apis: [[sloApiRef, api]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [`/${query}`],
    },
  );
}
