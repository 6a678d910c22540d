import { useState } from 'react';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CardFrame,
  DemoBadge,
  ExplainDrawer,
  useFormats,
} from '@plimsoll/plugin-plimsoll-react';
import type { SloRollup } from '@plimsoll/plugin-slo-common';
import type { ReadRollup } from '../queries/useRollup';
import { useListPath } from '../routes/useListPath';
import { sloTranslationRef } from '../translation';
import { RollupBody } from './RollupBody';
import { RollupSubtitle } from './RollupSubtitle';
import { SumExplanation } from './SumExplanation';
import { SumSubtitle } from './SumSubtitle';
import { sumWords } from './sumWords';

/** @internal */
export interface RollupCardViewProps {
  entity: Entity;
  rollup: ReadRollup<SloRollup>;
}

/** What the card shows of what was read, and the ground of its figure. */
export function RollupCardView(props: RollupCardViewProps) {
  const { entity, rollup } = props;
  const { data } = rollup;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const within = stringifyEntityRef(entity);
  const href = useListPath()({ within });
  const [explained, setExplained] = useState(false);
  const sum = data?.sums[0];
  return (
    <CardFrame
      title={t('card.title')}
      subtitle={data && data.objectives > 0 && <RollupSubtitle rollup={data} />}
      badge={data?.worst.some(({ demo }) => demo) && <DemoBadge />}
      more={
        !data || data.objectives > 0 ? { href, text: t('card.all') } : undefined
      }
    >
      <RollupBody
        entity={entity}
        rollup={rollup}
        explained={explained}
        onExplain={() => setExplained(true)}
      />
      {explained && data && sum && (
        <ExplainDrawer
          title={t('rollupExplain.title', {
            value: sumWords({ sum, formats, t }).figure,
          })}
          subtitle={<SumSubtitle entity={entity} rollup={data} sum={sum} />}
          content={<SumExplanation rollup={data} sum={sum} />}
          onClose={() => setExplained(false)}
        />
      )}
    </CardFrame>
  );
}
