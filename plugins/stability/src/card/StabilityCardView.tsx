import type { Entity } from '@backstage/catalog-model';
import { RefreshNotice, type Polled } from '@plimsoll/plugin-plimsoll-react';
import { ServiceState } from '../empty';
import type { CardFigures } from '../queries/useCardFigures';
import { CardFooter } from './CardFooter';
import { CardFrame } from './CardFrame';
import { CardRows } from './CardRows';
import { hasHistory } from './hasHistory';

/** @internal */
export interface StabilityCardViewProps {
  entity: Entity;
  entityRef: string;
  figures: Polled<CardFigures>;
}

/** What the card shows of what was read. */
export function StabilityCardView(props: StabilityCardViewProps) {
  const { entity, entityRef, figures } = props;
  const { data } = figures;
  return (
    <CardFrame
      entityRef={entityRef}
      metrics={data?.metrics}
      linked={!data || hasHistory(data)}
    >
      {data && hasHistory(data) ? (
        <>
          <CardRows figures={data} />
          <RefreshNotice polled={figures} />
          <CardFooter metrics={data.metrics} />
        </>
      ) : (
        <ServiceState entity={entity} polled={figures} />
      )}
    </CardFrame>
  );
}
