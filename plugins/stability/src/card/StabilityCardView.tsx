import type { Entity } from '@backstage/catalog-model';
import {
  CardFrame,
  DemoBadge,
  RefreshNotice,
  useNow,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import type { StabilityMetrics } from '@plimsoll/plugin-stability-common';
import { AgeChip, staleSince } from '../age';
import { hasHistory, ServiceState } from '../empty';
import { useStabilityPaths } from '../routes';
import { useVoice } from '../words';
import { AgeFooter } from './AgeFooter';
import { CardRows } from './CardRows';

/** @internal */
export interface StabilityCardViewProps {
  entity: Entity;
  entityRef: string;
  metrics: Polled<StabilityMetrics>;
}

const DAY = 86_400_000;

/** What the card shows of what was read. */
export function StabilityCardView(props: StabilityCardViewProps) {
  const { entity, entityRef, metrics } = props;
  const { formats, t } = useVoice();
  const href = useStabilityPaths().tab(entityRef);
  const { data } = metrics;
  const stale = staleSince(metrics, useNow());
  if (!data || !hasHistory(data)) {
    return (
      <CardFrame
        title={t('card.title')}
        more={data ? undefined : { href, text: t('card.all') }}
      >
        <ServiceState entity={entity} polled={metrics} />
      </CardFrame>
    );
  }
  const days = (Date.parse(data.to) - Date.parse(data.from)) / DAY;
  return (
    <CardFrame
      title={t('card.title')}
      subtitle={t('card.subtitle', { days: formats.count(days) })}
      badge={data.demo && <DemoBadge />}
      status={stale && <AgeChip since={stale} />}
      more={{ href, text: t('card.all') }}
    >
      <CardRows metrics={data} stale={stale !== undefined} />
      <RefreshNotice polled={metrics} />
      <AgeFooter metrics={data} />
    </CardFrame>
  );
}
