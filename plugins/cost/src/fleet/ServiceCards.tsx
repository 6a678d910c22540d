import { RowCard, RowCards } from '@plimsoll/plugin-plimsoll-react';
import type { CostServicePage } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import { BudgetCell } from './BudgetCell';
import {
  ExpectedCell,
  SavingCell,
  TotalCell,
  UnitCostCell,
} from './MoneyCells';
import { RowName } from './RowName';
import styles from './cells.module.css';

/** @internal */
export interface ServiceCardsProps {
  page: CostServicePage;
}

/** The fleet on a narrow screen: what a row drops, its tab shows. */
export function ServiceCards(props: ServiceCardsProps) {
  const { items, proof } = props.page;
  const { currency } = proof;
  const { t } = useVoice();
  return (
    <RowCards>
      {items.map(row => (
        <RowCard
          key={row.ref}
          name={<RowName row={row} />}
          state={<TotalCell row={row} currency={currency} />}
        >
          <dl className={styles.figures}>
            <div>
              <dt>{t('fleet.expected')}</dt>
              <dd>
                <ExpectedCell row={row} currency={currency} />
              </dd>
            </div>
            <div>
              <dt>{t('fleet.budget')}</dt>
              <dd>
                <BudgetCell row={row} currency={currency} />
              </dd>
            </div>
            <div>
              <dt>{t('fleet.unitCostOf')}</dt>
              <dd>
                <UnitCostCell row={row} currency={currency} />
              </dd>
            </div>
            <div>
              <dt>{t('fleet.saving')}</dt>
              <dd>
                <SavingCell row={row} currency={currency} />
              </dd>
            </div>
          </dl>
        </RowCard>
      ))}
    </RowCards>
  );
}
