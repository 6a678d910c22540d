import type { ServiceIndex } from '@plimsoll/service-index';
import type { StabilityServiceResource } from './serviceRules';

/**
 * The services behind resource refs (`component:default/checkout`), in their
 * order, for the permission framework.
 */
export async function serviceResources(options: {
  services: ServiceIndex;
  resourceRefs: string[];
}): Promise<Array<StabilityServiceResource | undefined>> {
  const { services, resourceRefs } = options;
  const refs = resourceRefs.map(ref => ref.toLocaleLowerCase('en-US'));
  const known = await services.getServices(refs);
  return refs.map(entityRef => {
    const service = known.get(entityRef);
    return (
      service && {
        entityRef,
        owners: service.owners,
        system: service.system,
      }
    );
  });
}
