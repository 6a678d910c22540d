import { BudgetBar } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { headlineBudget } from '../queries/headline';
import { useWords } from '../words';
import styles from './cells.module.css';

/** @internal */
export interface BudgetCellProps {
  objective: ObjectiveStatus;
}

/** Where the number would mean nothing. */
const NUMBERLESS: ReadonlyArray<ObjectiveStatus['state']> = [
  'no-data',
  'insufficient',
  'warming-up',
];

/** Bar and share of what is left. */
export function BudgetCell(props: BudgetCellProps) {
  const { state } = props.objective;
  const { formats } = useWords();
  const { remaining } = headlineBudget(props.objective);
  const known = remaining !== undefined && !NUMBERLESS.includes(state);
  return (
    <div className={styles.budget}>
      <span className={styles.bar}>
        <BudgetBar remaining={remaining} state={state} />
      </span>
      <span
        className={styles.share}
        data-overspent={(known && remaining < 0) || undefined}
        data-stale={state === 'unknown' || undefined}
      >
        {known ? formats.share(remaining) : '\u2013'}
      </span>
    </div>
  );
}
