import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useObjectives } from '../queries/useObjectives';
import { CardBody } from './CardBody';
import { CardFrame } from './CardFrame';

/** As many as the API gives at once; a service has a handful. */
const LIMIT = 100;

/** How reliable a service is: its objectives, worst first. @public */
export function ReliabilityCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const objectives = useObjectives({ entityRef, sort: 'worst', limit: LIMIT });
  return (
    <CardFrame entityRef={entityRef} page={objectives.data}>
      <CardBody entity={entity} objectives={objectives} />
    </CardFrame>
  );
}
