import { stringifyObjectiveKey } from '@plimsoll/plugin-slo-common';
import type { ObjectiveResource } from '../../permissions/objectiveRules';
import type { ObjectiveRow } from '../../objectives/ObjectiveRow';
import type { SloContext } from '../SloContext';

/**
 * The objectives behind resource refs (`slo:default/a#requests-served`), in
 * their order, for the permission framework.
 */
export async function objectiveResources(options: {
  context: Pick<SloContext, 'client' | 'services'>;
  resourceRefs: string[];
}): Promise<Array<ObjectiveResource | undefined>> {
  const { context, resourceRefs } = options;
  const refs = resourceRefs.map(text => text.split('#')[0]);
  const rows: Array<Pick<ObjectiveRow, 'ref' | 'objective' | 'entity_ref'>> =
    await context
      .client('slo_objective')
      .select('ref', 'objective', 'entity_ref')
      .whereIn('ref', [...new Set(refs)])
      .whereNull('removed_at');
  const services = await context.services.getServices(
    rows.map(row => row.entity_ref),
  );
  const resources = new Map(
    rows.map(({ ref, objective, entity_ref: entityRef }) => {
      const service = services.get(entityRef);
      return [
        stringifyObjectiveKey({ ref, objective }),
        {
          ref,
          objective,
          entityRef,
          owners: service?.owners ?? [],
          system: service?.system,
        },
      ];
    }),
  );
  return resourceRefs.map(text => resources.get(text));
}
