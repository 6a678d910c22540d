import type { FleetService } from '@plimsoll/plugin-service-health-common';

type Cell = string | number | undefined;

/**
 * Columns of the exported list, with units in the head. What is not known is an
 * empty cell.
 */
export const FLEET_COLUMNS: ReadonlyArray<
  [head: string, valueOf: (service: FleetService) => Cell]
> = [
  ['entity ref', ({ entityRef }) => entityRef],
  ['title', ({ title }) => title],
  ['owners', ({ owners }) => owners.join(' ')],
  ['system', ({ system }) => system],
  ['lifecycle', ({ lifecycle }) => lifecycle],
  ['tier', ({ tier }) => tier],
  ['objectives', ({ reliability }) => reliability?.objectives],
  ['worst objective', ({ reliability }) => reliability?.worst?.displayName],
  ['state', ({ reliability }) => reliability?.worst?.state],
  ['target (%)', ({ reliability }) => reliability?.worst?.targetText],
  [
    'budget left (ratio)',
    ({ reliability }) => reliability?.worst?.budget.remaining,
  ],
  ['deployments in 90 days', ({ stability }) => stability?.counts.deployments],
  [
    'failed deployments',
    ({ stability }) => stability?.changeFailureRate?.events,
  ],
  [
    'judged deployments',
    ({ stability }) => stability?.changeFailureRate?.sampleSize,
  ],
  [
    'change failure rate (ratio)',
    ({ stability }) => stability?.changeFailureRate?.value,
  ],
  ['last deployment', ({ stability }) => stability?.lastDeployment?.version],
  ['deployed at', ({ stability }) => stability?.lastDeployment?.finishedAt],
  ['verdict', ({ stability }) => stability?.lastDeployment?.verdict.name],
  ['open incident', ({ stability }) => stability?.openIncident?.label],
  ['incident since', ({ stability }) => stability?.openIncident?.startedAt],
  ['currency', ({ cost }) => cost?.currency],
  ['cost of the month to date', ({ cost }) => numeric(cost?.monthToDate)],
  ['cost complete to', ({ cost }) => cost?.completeTo],
  ['change of cost (ratio)', ({ cost }) => cost?.change?.ratio],
  ['forecast of the month', ({ cost }) => numeric(cost?.forecast?.expected)],
  ['unit cost', ({ cost }) => numeric(cost?.unitCost?.value)],
  [
    'unit',
    ({ cost }) =>
      cost?.unitCost && `${cost.unitCost.per} ${cost.unitCost.unit}`,
  ],
  ['saving a month', ({ cost }) => numeric(cost?.saving)],
];

/** Amounts are exact texts; a spreadsheet is to take them for numbers. */
function numeric(amount: string | undefined): number | undefined {
  return amount === undefined ? undefined : Number(amount);
}
