import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { SloService } from '../service/SloService';
import { objectiveKeySchema, toObjectiveKey } from './objectiveKeySchema';
import { actionStatusSchema, toActionStatus } from './toActionStatus';

/** Registers `get-objective`. */
export function createGetObjectiveAction(options: {
  actionsRegistry: ActionsRegistryService;
  slo: SloService;
}): void {
  const { actionsRegistry, slo } = options;
  actionsRegistry.register({
    name: 'get-objective',
    title: 'Get a service level objective',
    description: `Gets one service level objective (SLO): its status, its OpenSLO document, and the budget of the last calendar months.
Take ref and objective from list-objectives.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: objectiveKeySchema,
      output: z =>
        z.object({
          status: actionStatusSchema(z),
          owners: z.array(z.string()).describe('Refs of the owners'),
          system: z.string().optional(),
          document: z.record(z.unknown()).describe('The OpenSLO document'),
          location: z.string().optional().describe('Where it was read from'),
          months: z.array(
            z.object({
              from: z.string(),
              to: z.string(),
              budgetRemaining: z.number().optional(),
              coverage: z.number(),
              current: z.boolean(),
            }),
          ),
          timeZone: z.string().describe('Zone that the months are cut in'),
        }),
    },
    action: async ({ input, credentials }) => {
      const detail = await slo.getObjective(toObjectiveKey(input), {
        credentials,
      });
      return {
        output: {
          status: toActionStatus(detail),
          owners: detail.owners,
          system: detail.system,
          document: detail.document,
          location: detail.location,
          months: detail.months.map(
            ({ from, to, remaining, coverage, current }) => ({
              from,
              to,
              budgetRemaining: remaining,
              coverage,
              current,
            }),
          ),
          timeZone: detail.timeZone,
        },
      };
    },
  });
}
