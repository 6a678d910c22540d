import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityRouteRef,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  Address,
  speakBritish,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import type { CostApi } from '@plimsoll/plugin-cost-common';
import { costApiRef } from '../api';
import { rootRouteRef } from '../routes';

/** Shows a page of the portal, with the catalog around it. */
export function renderPage(
  page: JSX.Element,
  options: {
    api: CostApi;
    query?: string;
    entities?: Entity[];
    /** Instead of one that has the entities. */
    catalog?: CatalogApi;
  },
) {
  const { api, query = '', entities = [] } = options;
  const { catalog = catalogApiMock({ entities }) } = options;
  speakBritish();
  return renderInTestApp(
    <>
      {page}
      <Address />
    </>,
    {
      apis: [
        [costApiRef, api],
        [catalogApiRef, catalog],
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/cost': rootRouteRef,
      },
      initialRouteEntries: [`/${query}`],
    },
  );
}
