import '../theme/roles.css';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '../format';
import type { ObjectiveState } from '../state';
import { plimsollTranslationRef } from '../translation';
import styles from './BudgetBar.module.css';

/** Where policies warn unless they say otherwise. @public */
export const DEFAULT_LOAD_LINE = 0.2;

/** States whose budget is not known: the whole bar is hatched. */
const UNKNOWN_STATES: readonly ObjectiveState[] = [
  'no-data',
  'insufficient',
  'warming-up',
];

/** @public */
export interface BudgetBarProps {
  /** Share of the budget that is left, below zero when overspent. */
  remaining?: number;
  state: ObjectiveState;
  /** Share at which the policy warns, 0.2 by default. */
  loadLine?: number;
}

/**
 * How much budget is left, with the load line as a stroke. Overdraft is
 * hatched from zero, a budget that is not known is hatched throughout.
 *
 * @public
 */
export function BudgetBar(props: BudgetBarProps) {
  const { remaining, state, loadLine = DEFAULT_LOAD_LINE } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();

  // Nothing happened, so nothing was spent.
  const left = remaining ?? (state === 'no-traffic' ? 1 : undefined);
  if (left === undefined || UNKNOWN_STATES.includes(state)) {
    return (
      <span
        className={styles.bar}
        role="img"
        aria-label={t('budget.barUnknown', { state: t(`state.${state}`) })}
        data-unknown
      />
    );
  }
  const length = Math.min(1, Math.abs(left));
  return (
    <span
      className={styles.bar}
      role="img"
      aria-label={t('budget.bar', {
        left: formats.budgetLeft(left),
        loadLine: formats.share(loadLine, { decimals: 0 }),
      })}
    >
      <span
        className={styles.fill}
        data-state={state}
        data-overspent={left < 0 || undefined}
        style={{ inlineSize: `${length * 100}%` }}
      />
      <span
        className={styles.loadLine}
        style={{ insetInlineStart: `${loadLine * 100}%` }}
      />
    </span>
  );
}
