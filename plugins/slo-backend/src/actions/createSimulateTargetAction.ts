import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { SimulatedAlerts } from '@plimsoll/plugin-slo-common';
import type { Simulator } from '../simulate/Simulator';
import { objectiveKeySchema, toObjectiveKey } from './objectiveKeySchema';

/** Registers `simulate-target`. */
export function createSimulateTargetAction(options: {
  actionsRegistry: ActionsRegistryService;
  simulator: Simulator;
}): void {
  const { actionsRegistry, simulator } = options;
  actionsRegistry.register({
    name: 'simulate-target',
    title: 'Try targets of a service level objective',
    description: `Says what other targets of one service level objective (SLO) would have meant: the error budget that would be left, and how often its burn would have paged and given tickets, replayed from what was measured.
Use it to answer "what if we promised 99.95 %". The target that the objective has now is always among the answers. Take ref and objective from list-objectives.
Counts are lower bounds where undecided is above zero: older measurements are kept too coarsely to tell.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        objectiveKeySchema(z).extend({
          targets: z
            .array(z.number().min(0).lt(1))
            .max(10)
            .describe('Targets to try, as ratios: 0.9995 is 99.95 %'),
          days: z
            .number()
            .int()
            .min(1)
            .max(90)
            .optional()
            .describe('Days to replay, 30 by default'),
        }),
      output: z => {
        const alerts = z.object({
          count: z.number().describe('Times that it would have gone off'),
          undecided: z
            .number()
            .describe('Further stretches in which it may have gone off'),
        });
        return z.object({
          from: z.string().describe('Start of what was replayed'),
          to: z.string(),
          coverage: z.number().describe('Share of it that was measured, 0..1'),
          currentTarget: z.number(),
          targets: z.array(
            z.object({
              target: z.number(),
              state: z.string(),
              budgetRemaining: z
                .number()
                .optional()
                .describe('0.5: half is left; below 0: overspent'),
              worstRemaining: z.number().optional(),
              exhaustedSeconds: z
                .number()
                .describe('Time without any budget left'),
              pages: alerts,
              tickets: alerts,
            }),
          ),
        });
      },
    },
    action: async ({ input, credentials }) => {
      const { from, to, coverage, currentTarget, targets } =
        await simulator.simulateObjective(
          toObjectiveKey(input),
          { targets: input.targets, days: input.days },
          { credentials },
        );
      return {
        output: {
          from,
          to,
          coverage,
          currentTarget,
          targets: targets.map(one => ({
            target: one.target,
            state: one.state,
            budgetRemaining: one.projected?.remaining ?? one.budget.remaining,
            worstRemaining: one.worst?.remaining,
            exhaustedSeconds: one.exhaustedSeconds,
            pages: countsOf(one.pages),
            tickets: countsOf(one.tickets),
          })),
        },
      };
    },
  });
}

function countsOf({ count, undecided }: SimulatedAlerts) {
  return { count, undecided };
}
