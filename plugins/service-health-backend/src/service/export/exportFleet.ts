import { checkRefs } from '@plimsoll/plugin-database';
import type { ExportFleetRequest } from '@plimsoll/plugin-service-health-common';
import { listFleet } from '../fleet/listFleet';
import type { FleetView } from '../fleet/FleetView';
import type { ServiceHealthContext } from '../ServiceHealthContext';
import { csvLine } from './csvLine';
import { FLEET_COLUMNS } from './fleetColumns';

const ROWS_AT_ONCE = 200;

/** @see exportFleet */
interface ExportFleetOptions {
  context: ServiceHealthContext;
  view: FleetView;
  request: ExportFleetRequest;
}

/**
 * All pages of a list as CSV, read while it is sent: no more than a page is in
 * memory.
 *
 * @throws InputError when a ref is none; at once, since what is sent halfway
 * can be refused no more
 */
export function exportFleet(
  options: ExportFleetOptions,
): AsyncIterable<string> {
  const { owner, system } = options.request;
  checkRefs({ owner, system });
  return linesOf(options);
}

async function* linesOf(options: ExportFleetOptions): AsyncGenerator<string> {
  yield csvLine(FLEET_COLUMNS.map(([head]) => head));
  let cursor: string | undefined;
  do {
    const page = await listFleet({
      ...options,
      request: { ...options.request, limit: ROWS_AT_ONCE, cursor },
    });
    yield page.items
      .map(service =>
        csvLine(FLEET_COLUMNS.map(([, valueOf]) => valueOf(service))),
      )
      .join('');
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
}
