import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CardFrame,
  DemoBadge,
  StateChip,
  useNow,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import type { ObjectivePage } from '@plimsoll/plugin-slo-common';
import { isMeasurable } from '../empty';
import { useObjectivePath } from '../routes/useObjectivePath';
import { sloTranslationRef } from '../translation';
import { useWords } from '../words';
import { CardBody } from './CardBody';
import { CardSubtitle } from './CardSubtitle';
import { unknownSince } from './unknownSince';

/** @internal */
export interface ReliabilityCardViewProps {
  entity: Entity;
  entityRef: string;
  objectives: Polled<ObjectivePage>;
}

/** What the card shows of what was read. */
export function ReliabilityCardView(props: ReliabilityCardViewProps) {
  const { entity, entityRef, objectives } = props;
  const { data } = objectives;
  const { t } = useTranslationRef(sloTranslationRef);
  const words = useWords();
  const now = useNow();
  const href = useObjectivePath().tab(entityRef);
  const items = data?.items ?? [];
  const unknown = data && unknownSince(items);
  return (
    <CardFrame
      title={t('card.title')}
      subtitle={
        data && isMeasurable(data) && <CardSubtitle objectives={items} />
      }
      badge={items.some(({ demo }) => demo) && <DemoBadge />}
      status={
        unknown && (
          <StateChip state="unknown" label={words.state(unknown, now)} />
        )
      }
      more={
        !data || items.length > 0 ? { href, text: t('card.all') } : undefined
      }
    >
      <CardBody entity={entity} objectives={objectives} />
    </CardFrame>
  );
}
