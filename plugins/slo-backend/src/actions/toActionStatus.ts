import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import type { z as Zod } from 'zod/v3';
import { faultLine } from './faultLine';

/** What a model is told about one objective: the numbers, without the lines. */
export function actionStatusSchema(z: typeof Zod) {
  return z.object({
    ref: z.string().describe('Ref of the SLO entity'),
    objective: z.string().describe('Name of the objective in its document'),
    entityRef: z.string().describe('Ref of the service that is measured'),
    displayName: z.string(),
    origin: z
      .string()
      .optional()
      .describe(
        'Tool whose recorded rules it is read from: sloth, pyrra or grafana; absent for a document of the catalog',
      ),
    target: z.string().describe('Promised share of good units, in percent'),
    state: z
      .string()
      .describe(
        'exhausted, burning, unknown (source down), no-data, insufficient (too few events), warming-up, no-traffic or ok',
      ),
    reason: z.string().describe('Code of why it is in this state'),
    unit: z.string().describe('What is counted: events or slices of time'),
    bad: z.number().optional(),
    total: z.number().optional(),
    budgetRemaining: z
      .number()
      .optional()
      .describe(
        'Share of the error budget that is left, 0..1, negative when overspent; absent when not known. Of a calendar window against its expected volume',
      ),
    corrections: z
      .object({
        count: z.number(),
        excludedSeconds: z
          .number()
          .describe('Of the window, also of what is still to come of it'),
        budgetRemaining: z
          .number()
          .optional()
          .describe('budgetRemaining of all that was measured'),
      })
      .optional()
      .describe(
        'Set where people have excluded time from this budget: all other figures are without it. Tell both',
      ),
    burnRate1h: z
      .number()
      .optional()
      .describe('How many times faster than allowed the last hour spent it'),
    forecast: z.string().describe('When the budget will be gone'),
    coverage: z
      .number()
      .describe('Share of the window that was measured, 0..1'),
    dataUpTo: z.string().optional().describe('ISO instant of the newest data'),
    demo: z.boolean().describe('The data are made up'),
    faults: z.array(z.string()).describe('What is wrong and how to mend it'),
  });
}

/** The same of one status. */
export function toActionStatus(status: ObjectiveStatus) {
  const { budget, projected, forecast, corrections } = status;
  return {
    ref: status.ref,
    objective: status.objective,
    entityRef: status.entityRef,
    displayName: status.displayName,
    origin: status.origin,
    target: `${status.targetText}%`,
    state: status.state,
    reason: status.reason.code,
    unit: status.unit,
    bad: budget.bad,
    total: budget.total,
    budgetRemaining: projected?.remaining ?? budget.remaining,
    corrections: corrections && {
      count: corrections.count,
      excludedSeconds:
        corrections.excludedSeconds + (corrections.aheadSeconds ?? 0),
      budgetRemaining:
        corrections.rawProjected?.remaining ?? corrections.rawBudget.remaining,
    },
    burnRate1h: status.burnRates['1h'],
    forecast: forecast.kind === 'at' ? forecast.at : forecast.kind,
    coverage: status.coverage,
    dataUpTo: status.dataUpTo,
    demo: status.demo,
    faults: status.faults.map(faultLine),
  };
}
