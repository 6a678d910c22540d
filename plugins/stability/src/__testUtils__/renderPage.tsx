import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  type CatalogApi,
  catalogApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  Address,
  speakBritish,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import type { StabilityApi } from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';
import { inboxRouteRef } from '../routes';

/** Shows a page of the portal, with the catalog's routes around it. */
export function renderPage(
  page: JSX.Element,
  options: {
    api: StabilityApi;
    query?: string;
    /** None by default. */
    catalog?: Pick<CatalogApi, 'queryEntities'>;
  },
) {
  const { api, query = '', catalog } = options;
  speakBritish();
  return renderInTestApp(
    <>
      {page}
      <Address />
    </>,
    {
      apis: [
        [stabilityApiRef, api],
        ...(catalog ? ([[catalogApiRef, catalog]] as const) : []),
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/events-inbox': inboxRouteRef,
      },
      initialRouteEntries: [`/${query}`],
    },
  );
}
