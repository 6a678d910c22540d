import type { Entity } from '@backstage/catalog-model';
import {
  CardFrame,
  DemoBadge,
  RefreshNotice,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import { ServiceState } from '../empty';
import { useCostPaths } from '../routes';
import { spanText, useVoice } from '../words';
import { BillFooter } from './BillFooter';
import { CardRows } from './CardRows';
import { MonthToDate } from './MonthToDate';

/** @internal */
export interface CostCardViewProps {
  entity: Entity;
  entityRef: string;
  cost: Polled<ServiceCost>;
}

/** What the card shows of what was read. */
export function CostCardView(props: CostCardViewProps) {
  const { entity, entityRef, cost } = props;
  const { formats, t } = useVoice();
  const href = useCostPaths().tab(entityRef);
  const { data } = cost;
  const more = { href, text: t('card.all') };
  if (!data || data.state !== 'ok') {
    return (
      <CardFrame title={t('card.title')} more={data ? undefined : more}>
        <ServiceState entity={entity} polled={cost} />
      </CardFrame>
    );
  }
  return (
    <CardFrame
      title={t('card.title')}
      subtitle={spanText(data, { formats })}
      badge={data.demo && <DemoBadge />}
      more={more}
    >
      <MonthToDate cost={data} />
      <CardRows cost={data} />
      <RefreshNotice polled={cost} />
      <BillFooter proof={data.proof} since={data.change?.from ?? data.from} />
    </CardFrame>
  );
}
