import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { PlainCard } from '@plimsoll/plugin-plimsoll-react';
import { ServiceState } from '../empty';
import { useObjectives } from '../queries/useObjectives';
import { ServiceObjectives } from './ServiceObjectives';

/** As many as the API gives at once; a service has a handful. */
const LIMIT = 100;

/** All objectives of a service, and one of them in full. @public */
export function EntitySlosTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const objectives = useObjectives({ entityRef, sort: 'worst', limit: LIMIT });
  const { data } = objectives;

  return data && data.items.length > 0 && data.sources.length > 0 ? (
    <ServiceObjectives entity={entity} objectives={objectives} page={data} />
  ) : (
    <PlainCard>
      <ServiceState entity={entity} objectives={objectives} />
    </PlainCard>
  );
}
