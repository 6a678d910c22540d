import { SecondText, TwoLines } from '@plimsoll/plugin-plimsoll-react';
import { useVoice } from '../words';
import type { MoneyCellProps } from './MoneyCells';
import styles from './cells.module.css';

/** How much of its budget is used, and whether it will hold. */
export function BudgetCell(props: MoneyCellProps) {
  const { row, currency } = props;
  const { budget } = row;
  const { formats, t } = useVoice();
  if (!budget) {
    return <SecondText>{t('fleet.none')}</SecondText>;
  }
  const amount = formats.money(budget.amount, { currency, whole: true });
  return (
    <TwoLines
      second={
        budget.state === 'over-expected'
          ? t('fleet.overExpected', { amount })
          : t('fleet.ofBudget', { amount })
      }
    >
      <span className={styles.budget} data-state={budget.state}>
        {formats.share(budget.usedRatio, { decimals: 0 })}
      </span>
    </TwoLines>
  );
}
