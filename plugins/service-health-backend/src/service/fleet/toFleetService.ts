import { parseEntityRef } from '@backstage/catalog-model';
import type {
  FleetService,
  LensName,
} from '@plimsoll/plugin-service-health-common';
import type { IndexedService } from '@plimsoll/service-index';
import { type ServiceLenses, shownCost } from '../../lenses/ServiceLenses';

/**
 * A service as pages show it.
 *
 * @param options.seen - lenses through which the caller may see it; nothing is
 * known of the others
 */
export function toFleetService(options: {
  service: IndexedService;
  lenses: ServiceLenses | undefined;
  seen: ReadonlySet<LensName>;
}): FleetService {
  const { service, lenses = { costs: [] }, seen } = options;
  const { entityRef, title, type, lifecycle, tier, owners, system, domain } =
    service;
  const cost = shownCost(lenses);
  return {
    entityRef,
    title: title ?? parseEntityRef(entityRef).name,
    ...(type !== undefined && { type }),
    ...(lifecycle !== undefined && { lifecycle }),
    ...(tier !== undefined && { tier }),
    owners,
    ...(system !== undefined && { system }),
    ...(domain !== undefined && { domain }),
    ...(seen.has('reliability') && {
      // a lens that answers and does not name a service knows no objective
      reliability: lenses.reliability ?? { objectives: 0, stateCounts: {} },
    }),
    ...(seen.has('stability') &&
      lenses.stability && { stability: lenses.stability }),
    ...(seen.has('cost') && cost && { cost }),
  };
}
