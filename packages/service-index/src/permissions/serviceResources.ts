import type { ServiceIndex } from '../services/ServiceIndex';
import type { ServiceOwnedResource } from './createServiceRules';

/**
 * The services behind resource refs (`component:default/checkout`), in their
 * order, for the permission framework.
 *
 * @public
 */
export async function serviceResources(options: {
  services: ServiceIndex;
  resourceRefs: string[];
}): Promise<Array<ServiceOwnedResource | undefined>> {
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
