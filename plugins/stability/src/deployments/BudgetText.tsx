import type { Deployment } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import styles from './cells.module.css';

/** @internal */
export interface BudgetTextProps {
  deployment: Deployment;
}

/** The most that any objective's budget lost while it was live. */
export function BudgetText(props: BudgetTextProps) {
  const { budgetBurned, verdict, type } = props.deployment;
  const { formats, t } = useVoice();
  if (!budgetBurned) {
    return type === 'rollback' ? null : (
      <span className={styles.second}>{t('deployments.budgetNone')}</span>
    );
  }
  return (
    <span
      className={styles.plain}
      title={budgetBurned.displayName}
      data-trouble={verdict.name === 'failed' || undefined}
    >
      {formats.share(-budgetBurned.share)}
    </span>
  );
}
