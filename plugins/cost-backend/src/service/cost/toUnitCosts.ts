import {
  type CostedDeployment,
  type DailyAmount,
  type DailyVolume,
  deploymentCosts,
  type UnitCost,
  unitCostOf,
} from '@plimsoll/plugin-cost-common';
import type { CostUnit } from '../../volumes/readUnits';
import type { CostRange } from '../range/CostRange';

/** Cost of what a service does, of each unit, and which deployment moved it. */
export function toUnitCosts(options: {
  units: readonly {
    unit: CostUnit;
    volumes: readonly DailyVolume[];
    /** They were not read yet. */
    isWaiting: boolean;
  }[];
  costs: readonly DailyAmount[];
  deployments: readonly CostedDeployment[];
  range: CostRange;
  completeTo: string;
}): UnitCost[] {
  const { units, costs, deployments, range, completeTo } = options;
  return units.map(({ unit: { unit, per }, volumes, isWaiting }) => {
    const figures = { unit, per, costs, volumes, completeTo, isWaiting };
    return unitCostOf({
      ...figures,
      from: range.from,
      to: range.to,
      deployments:
        deployments.length > 0
          ? deploymentCosts({ ...figures, deployments })
          : [],
    });
  });
}
