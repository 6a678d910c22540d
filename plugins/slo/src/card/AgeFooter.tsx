import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CardFooter,
  useFormats,
  useNow,
} from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';

/** @internal */
export interface AgeFooterProps {
  objectives: readonly ObjectiveStatus[];
}

/** How fresh and how complete the card is: its least fresh, least complete row. */
export function AgeFooter(props: AgeFooterProps) {
  const { objectives } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const now = useNow();

  const evaluated = objectives.flatMap(({ evaluatedAt }) =>
    evaluatedAt ? [Date.parse(evaluatedAt)] : [],
  );
  const measured = objectives
    .filter(({ state }) => state !== 'no-data')
    .map(({ coverage }) => coverage);
  return (
    <CardFooter>
      <p>
        {evaluated.length === 0
          ? t('card.neverEvaluated')
          : t('card.footer', {
              ago: formats.relative(new Date(Math.min(...evaluated)), now),
              coverage: formats.share(Math.min(1, ...measured)),
            })}
      </p>
    </CardFooter>
  );
}
