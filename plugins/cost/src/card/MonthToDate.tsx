import { ExplainedNumber } from '@plimsoll/plugin-plimsoll-react';
import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import { BudgetMeter } from '../budget/BudgetMeter';
import { useCostPaths } from '../routes';
import { changeText, useVoice } from '../words';
import styles from './MonthToDate.module.css';

/** @internal */
export interface MonthToDateProps {
  cost: ServiceCost;
}

/** The month so far, against the days before and against its budget. */
export function MonthToDate(props: MonthToDateProps) {
  const { cost } = props;
  const { entityRef, total, change, budget, forecast, proof } = cost;
  const { currency } = proof;
  const voice = useVoice();
  const paths = useCostPaths();
  return (
    <div className={styles.month}>
      <p className={styles.line}>
        <span className={styles.figure}>
          <ExplainedNumber to={paths.tab(entityRef, { explain: 'total' })}>
            {voice.formats.money(total, { currency })}
          </ExplainedNumber>
        </span>
        <span className={styles.change}>
          {changeText({ change, from: cost.from, currency, ...voice })}
        </span>
      </p>
      {budget && (
        <BudgetMeter
          budget={budget}
          forecast={forecast}
          completeTo={proof.completeTo}
        />
      )}
    </div>
  );
}
