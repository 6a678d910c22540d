import type { Entity } from '@backstage/catalog-model';
import type { Polled } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectivePage } from '@plimsoll/plugin-slo-common';
import { CardBody } from './CardBody';
import { CardFrame } from './CardFrame';

/** @internal */
export interface ReliabilityCardViewProps {
  entity: Entity;
  entityRef: string;
  objectives: Polled<ObjectivePage>;
}

/** What the card shows of what was read. */
export function ReliabilityCardView(props: ReliabilityCardViewProps) {
  const { entity, entityRef, objectives } = props;
  return (
    <CardFrame entityRef={entityRef} page={objectives.data}>
      <CardBody entity={entity} objectives={objectives} />
    </CardFrame>
  );
}
