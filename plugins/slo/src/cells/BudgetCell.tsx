import { BudgetBar } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CorrectedMark } from '../corrections/CorrectedMark';
import { shownRemaining, showsProjection } from '../figures';
import { sloTranslationRef } from '../translation';
import { useWords } from '../words';
import styles from './cells.module.css';

/** @internal */
export interface BudgetCellProps {
  objective: ObjectiveStatus;
}

/**
 * Bar and share of what is left; of a projection also what it is so far, and of
 * a corrected one a mark.
 */
export function BudgetCell(props: BudgetCellProps) {
  const { objective } = props;
  const { state, budget } = objective;
  const { t } = useTranslationRef(sloTranslationRef);
  const { formats } = useWords();
  const remaining = shownRemaining(objective);
  const isProjected = showsProjection(objective);
  return (
    <div className={styles.budget}>
      <span className={styles.bar}>
        <BudgetBar remaining={remaining} state={state} />
      </span>
      <span
        className={styles.share}
        data-overspent={(remaining ?? 0) < 0 || undefined}
        data-stale={state === 'unknown' || undefined}
      >
        {text()}
      </span>
      {(isProjected || objective.corrections) && (
        // Below, so that the numbers of all rows stand in one column.
        <span className={styles.basis}>
          {isProjected && basis()}
          <CorrectedMark objective={objective} />
        </span>
      )}
    </div>
  );

  function basis(): string {
    return budget.remaining === undefined
      ? t('budget.projected')
      : t('budget.projectedSoFar', {
          share: formats.share(budget.remaining),
        });
  }

  function text(): string {
    if (remaining !== undefined) {
      return formats.share(remaining);
    }
    return state === 'no-traffic' ? t('budget.noEvents') : '\u2013';
  }
}
