import type { Entity } from '@backstage/catalog-model';
import { RefreshNotice, type Polled } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectivePage } from '@plimsoll/plugin-slo-common';
import { ServiceState } from '../empty';
import { CardFooter } from './CardFooter';
import { CardRows } from './CardRows';
import { CardSourceNote } from './CardSourceNote';
import { CardSubtitle } from './CardSubtitle';

/** @internal */
export interface CardBodyProps {
  entity: Entity;
  objectives: Polled<ObjectivePage>;
}

/** The rows of the card, or one of its other states. */
export function CardBody(props: CardBodyProps) {
  const { entity, objectives } = props;
  const { data } = objectives;
  if (!data || data.items.length === 0 || data.sources.length === 0) {
    return <ServiceState entity={entity} objectives={objectives} />;
  }
  return (
    <>
      <CardSubtitle objectives={data.items} />
      <CardRows objectives={data.items} />
      <CardSourceNote objectives={data.items} />
      <RefreshNotice polled={objectives} />
      <CardFooter objectives={data.items} />
    </>
  );
}
