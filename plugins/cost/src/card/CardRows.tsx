import { CardList } from '@plimsoll/plugin-plimsoll-react';
import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import { ExpectedRow } from './ExpectedRow';
import { SavingRow } from './SavingRow';
import { UnitCostRow } from './UnitCostRow';

/** @internal */
export interface CardRowsProps {
  cost: ServiceCost;
}

/** The card has room for one unit; the tab shows them all. */
const MOST_UNITS = 1;

/** The month's end, the cost of a unit, the largest saving. */
export function CardRows(props: CardRowsProps) {
  const { cost } = props;
  return (
    <CardList>
      <ExpectedRow cost={cost} />
      {cost.unitCosts.slice(0, MOST_UNITS).map(unitCost => (
        <UnitCostRow key={unitCost.unit} cost={cost} unitCost={unitCost} />
      ))}
      <SavingRow cost={cost} />
    </CardList>
  );
}
