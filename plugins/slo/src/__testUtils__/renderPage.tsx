import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { Address } from '@plimsoll/plugin-plimsoll-react/testUtils';
import type { SloApi } from '@plimsoll/plugin-slo-common';
import { sloApiRef } from '../api';
import { SlosPage } from '../objectives/SlosPage';

/** Shows the page of all objectives, with the catalog's routes around it. */
export function renderPage(options: { api: SloApi; query?: string }) {
  const { api, query = '' } = options;
  return renderInTestApp(
    <>
      <SlosPage />
      <Address />
    </>,
    {
      apis: [[sloApiRef, api]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [`/${query}`],
    },
  );
}
