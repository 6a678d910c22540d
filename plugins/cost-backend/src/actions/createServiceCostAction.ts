import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CostService } from '../service/CostService';

const DEPLOYMENTS = 5;

/** Registers `service-cost`. */
export function createServiceCostAction(options: {
  actionsRegistry: ActionsRegistryService;
  cost: CostService;
}): void {
  const { actionsRegistry, cost } = options;
  actionsRegistry.register({
    name: 'service-cost',
    title: 'Say what a service costs and why that changed',
    description: `Says what a service costs, or all services of a system, domain or group together: the running month up to the last complete day of the bill, by category, against the same weekdays before, with the forecast of the month, the budget, unit costs, anomalies with their likeliest causes, and what deployments did to the cost of a request.
Use it to answer "what does it cost", "why did it become dearer" and "will the budget last". Amounts are decimal texts of one currency.
Go on with list-savings to make it cheaper.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe(
              'Ref of a service, system, domain or group, e.g. "component:default/checkout"',
            ),
          from: z.string().optional().describe('First UTC day, 2026-11-01'),
          to: z.string().optional().describe('UTC day after the last'),
          metric: z
            .enum(['effective', 'billed', 'contracted', 'list'])
            .optional()
            .describe(
              'effective spreads purchases over what they pay for (default); billed is the invoice',
            ),
        }),
      output: z =>
        z.object({
          state: z.string(),
          from: z.string(),
          to: z.string(),
          currency: z.string(),
          total: z.string(),
          change: z
            .object({
              amount: z.string(),
              ratio: z.number().optional(),
              comparedFrom: z.string(),
              comparedTo: z.string(),
            })
            .optional(),
          categories: z.array(
            z.object({
              category: z.string(),
              total: z.string(),
              change: z.string().optional(),
            }),
          ),
          forecast: z
            .object({
              month: z.string(),
              expected: z.string(),
              low: z.string(),
              high: z.string(),
            })
            .optional(),
          budget: z
            .object({
              amount: z.string(),
              usedRatio: z.number(),
              state: z.string(),
            })
            .optional(),
          unitCosts: z.array(
            z.object({
              unit: z.string(),
              per: z.number(),
              value: z.string().optional(),
              state: z.string(),
            }),
          ),
          anomalies: z.array(
            z.object({
              from: z.string(),
              to: z.string(),
              excess: z.string(),
              causes: z.array(z.string()),
            }),
          ),
          deployments: z.array(
            z.object({
              deploymentId: z.string(),
              version: z.string().optional(),
              state: z.string(),
              changeRatio: z.number().optional(),
              perMonth: z.string().optional(),
            }),
          ),
          completeTo: z.string().optional(),
          matchedRatio: z.number().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { entityRef, ...range } = input;
      const caller = { credentials };
      const answer = await cost.getServiceCost(entityRef, range, caller);
      const deployments = await cost.listDeploymentCosts(
        entityRef,
        { ...range, limit: DEPLOYMENTS },
        caller,
      );
      const { change, forecast, budget, proof } = answer;
      return {
        output: {
          state: answer.state,
          from: answer.from,
          to: answer.to,
          currency: proof.currency,
          total: answer.total,
          change: change && {
            amount: change.amount,
            ratio: change.ratio,
            comparedFrom: change.from,
            comparedTo: change.to,
          },
          categories: answer.categories.map(item => ({
            category: item.category,
            total: item.total,
            change: item.change?.amount,
          })),
          forecast: forecast && {
            month: forecast.month,
            expected: forecast.expected,
            low: forecast.low,
            high: forecast.high,
          },
          budget: budget && {
            amount: budget.amount,
            usedRatio: budget.usedRatio,
            state: budget.state,
          },
          unitCosts: answer.unitCosts.map(({ unit, per, value, state }) => ({
            unit,
            per,
            value,
            state,
          })),
          anomalies: answer.anomalies.map(({ from, to, excess, causes }) => ({
            from,
            to,
            excess,
            causes: causes.map(({ kind, name }) => `${kind} ${name}`),
          })),
          deployments: deployments.items.map(item => ({
            deploymentId: item.deploymentId,
            version: item.version,
            state: item.state,
            changeRatio: item.change?.ratio,
            perMonth: item.perMonth,
          })),
          completeTo: proof.completeTo,
          matchedRatio: proof.matchedRatio,
        },
      };
    },
  });
}
