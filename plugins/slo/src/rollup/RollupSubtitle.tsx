import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ObjectiveRollup } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';

/** @internal */
export interface RollupSubtitleProps {
  rollup: ObjectiveRollup;
}

/** How much is rolled up: "41 objectives, 12 services". */
export function RollupSubtitle(props: RollupSubtitleProps) {
  const { objectives, services } = props.rollup;
  const { t } = useTranslationRef(sloTranslationRef);
  return (
    <>
      {t('rollup.subtitle', {
        objectives: t('rollup.objectives', { count: objectives }),
        services: t('rollup.services', { count: services.withObjective }),
      })}
    </>
  );
}
