import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AccentLink,
  CardItem,
  CardList,
  useNow,
} from '@plimsoll/plugin-plimsoll-react';
import {
  stringifyObjectiveKey,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { shownRemaining } from '../figures';
import { secondNames } from '../names';
import { useObjectivePath } from '../routes/useObjectivePath';
import { sloTranslationRef } from '../translation';
import { CardRow } from './CardRow';

/** @internal */
export interface CardRowsProps {
  /** Worst first. */
  objectives: readonly ObjectiveStatus[];
}

/** More would push the rest of the overview out of sight. */
const MOST_ROWS = 6;

export function CardRows(props: CardRowsProps) {
  const { objectives } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const paths = useObjectivePath();
  const now = useNow();
  const seconds = secondNames(objectives);
  const hidden = objectives.length - MOST_ROWS;
  // The first whose budget is known: what is not known cannot be compared.
  const worst = objectives.find(one => shownRemaining(one) !== undefined);
  const href = objectives[0] && paths.tab(objectives[0].entityRef);
  return (
    <CardList>
      {objectives.slice(0, MOST_ROWS).map(objective => (
        <CardItem key={stringifyObjectiveKey(objective)}>
          <CardRow
            objective={objective}
            worst={objective === worst}
            now={now}
            secondName={seconds.get(stringifyObjectiveKey(objective))}
          />
        </CardItem>
      ))}
      {hidden > 0 && href && (
        <CardItem>
          <AccentLink href={href}>
            {t('card.more', { count: hidden })}
          </AccentLink>
        </CardItem>
      )}
    </CardList>
  );
}
