import type { Entity } from '@backstage/catalog-model';
import { RefreshNotice, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectivePage } from '@plimsoll/plugin-slo-common';
import { isMeasurable, ServiceState } from '../empty';
import { AgeFooter } from './AgeFooter';
import { CardRows } from './CardRows';
import { CardSourceNote } from './CardSourceNote';

/** @internal */
export interface CardBodyProps {
  entity: Entity;
  objectives: Polled<ObjectivePage>;
}

/** The rows of the card, or one of its other states. */
export function CardBody(props: CardBodyProps) {
  const { entity, objectives } = props;
  const { data } = objectives;
  if (!data || !isMeasurable(data)) {
    return <ServiceState entity={entity} objectives={objectives} />;
  }
  return (
    <>
      <CardRows objectives={data.items} />
      <CardSourceNote objectives={data.items} />
      <RefreshNotice polled={objectives} />
      <AgeFooter objectives={data.items} />
    </>
  );
}
