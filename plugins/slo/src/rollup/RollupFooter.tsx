import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CardFooter,
  useFormats,
  useNow,
} from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveRollup } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';

/** @internal */
export interface RollupFooterProps {
  rollup: ObjectiveRollup;
}

/** How old the oldest of the evaluations is. */
export function RollupFooter(props: RollupFooterProps) {
  const { evaluatedAt } = props.rollup;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const now = useNow();
  return (
    <CardFooter>
      <p>
        {evaluatedAt === undefined
          ? t('card.neverEvaluated')
          : t('page.evaluated', {
              ago: formats.relative(new Date(evaluatedAt), now),
            })}
      </p>
    </CardFooter>
  );
}
