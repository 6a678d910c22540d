import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  stringifyObjectiveKey,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { useNow } from '../queries/useNow';
import { useObjectivePath } from '../routes/useObjectivePath';
import { sloTranslationRef } from '../translation';
import { CardRow } from './CardRow';
import styles from './CardRows.module.css';

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
  const hidden = objectives.length - MOST_ROWS;
  const href = objectives[0] && paths.tab(objectives[0].entityRef);
  return (
    <ul className={styles.rows}>
      {objectives.slice(0, MOST_ROWS).map((objective, index) => (
        <li key={stringifyObjectiveKey(objective)} className={styles.row}>
          <CardRow objective={objective} worst={index === 0} now={now} />
        </li>
      ))}
      {hidden > 0 && href && (
        <li className={styles.row}>
          <Link href={href} weight="bold" standalone>
            {t('card.more', { count: hidden })}
          </Link>
        </li>
      )}
    </ul>
  );
}
