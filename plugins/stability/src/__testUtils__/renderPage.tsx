import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
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
  options: { api: StabilityApi; query?: string },
) {
  const { api, query = '' } = options;
  speakBritish();
  return renderInTestApp(
    <>
      {page}
      <Address />
    </>,
    {
      apis: [[stabilityApiRef, api]],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/events-inbox': inboxRouteRef,
      },
      initialRouteEntries: [`/${query}`],
    },
  );
}
