import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { firingPairs, shownBurnWindow } from '../figures';
import { sloTranslationRef } from '../translation';
import { burnWindowText, useWords } from '../words';
import styles from './cells.module.css';

/** @internal */
export interface BurnCellProps {
  objective: ObjectiveStatus;
  /** There is no column head: the number names itself. */
  named?: boolean;
}

/**
 * How fast the last hour burned, or, where no hour can call anybody, the
 * shortest stretch that can; bold once it is over what it calls at.
 */
export function BurnCell(props: BurnCellProps) {
  const { objective, named } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const { formats } = useWords();
  const window = shownBurnWindow(objective);
  const rate = objective.burnRates[window];
  const [pair] = firingPairs(objective);
  const number = rate === undefined ? '\u2013' : formats.burnRate(rate);
  const text =
    window === '1h' || rate === undefined
      ? number
      : t('column.burnOver', {
          rate: number,
          window: burnWindowText(window, formats),
        });
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
