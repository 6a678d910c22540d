import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  burnPairs,
  windowSeconds,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { useWords } from '../words';
import styles from './cells.module.css';

/** @internal */
export interface BurnCellProps {
  objective: ObjectiveStatus;
  /** There is no column head: the number names itself. */
  named?: boolean;
}

/** How fast the last hour burned; bold once that pages. */
export function BurnCell(props: BurnCellProps) {
  const { objective, named } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const { formats } = useWords();
  const rate = objective.burnRates['1h'];
  const [pair] = burnPairs({
    windowSeconds: windowSeconds(objective.window.duration),
    target: objective.target,
  });
  const text = rate === undefined ? '\u2013' : formats.burnRate(rate);
  return (
    <span
      className={styles.number}
      data-alarming={
        (rate !== undefined && pair !== undefined && rate > pair.factor) ||
        undefined
      }
      data-stale={objective.state === 'unknown' || undefined}
    >
      {named ? t('column.burnNamed', { rate: text }) : text}
    </span>
  );
}
