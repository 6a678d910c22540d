import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { entityName, useFormats } from '@plimsoll/plugin-plimsoll-react';
import type { RollupSum, SloRollup } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { sumWords } from './sumWords';

/** @internal */
export interface SumSubtitleProps {
  entity: Entity;
  rollup: SloRollup;
  sum: RollupSum;
}

/** Whose figure it is, and how old the oldest of its parts. */
export function SumSubtitle(props: SumSubtitleProps) {
  const { entity, rollup, sum } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const told = {
    figure: sumWords({ sum, formats, t }).name,
    name: entityName(entity),
  };
  return (
    <>
      {rollup.evaluatedAt === undefined
        ? t('rollupExplain.subtitle', told)
        : t('rollupExplain.subtitleAt', {
            ...told,
            time: formats.instant(new Date(rollup.evaluatedAt), 'exact'),
          })}
    </>
  );
}
