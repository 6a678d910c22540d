import { InputError } from '@backstage/errors';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { checkRefs } from '@plimsoll/plugin-database';
import type { SloService } from '../service/SloService';
import { actionStatusSchema, toActionStatus } from './toActionStatus';

const MOST = 10;

/** Registers `get-rollup`. */
export function createGetRollupAction(options: {
  actionsRegistry: ActionsRegistryService;
  slo: SloService;
}): void {
  const { actionsRegistry, slo } = options;
  actionsRegistry.register({
    name: 'get-rollup',
    title: 'Roll up service level objectives',
    description: `Tells how reliable all services of a System, a Domain or a Group (with the groups below it) are: objectives by state, the ${MOST} worst ones, event-weighted indicators, and which components have no objective.
Sums are apart by unit and window; never add them up, nor average their indicators.
There is no figure of a person: refs of users are refused.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('Full ref, e.g. "system:default/purchase"'),
        }),
      output: z =>
        z.object({
          objectives: z.number(),
          worstState: z.string().optional(),
          stateCounts: z.record(z.number()),
          sums: z.array(
            z.object({
              unit: z
                .string()
                .describe('events, readings or slices: what was counted'),
              window: z.string().describe('JSON of the window'),
              objectives: z.number(),
              services: z.number(),
              bad: z.number(),
              total: z.number(),
              sli: z
                .number()
                .optional()
                .describe('Share of good units, 0..1; absent without any'),
              corrected: z
                .object({
                  objectives: z.number(),
                  bad: z.number(),
                  total: z.number(),
                  sli: z.number().optional(),
                })
                .optional()
                .describe(
                  'Set where people have excluded time from some objectives: how many, and the sum of all that was measured',
                ),
            }),
          ),
          leftOut: z
            .array(z.string())
            .describe('Objectives in no sum, and why'),
          worst: z.array(actionStatusSchema(z)),
          withoutObjective: z.number().describe('Components without one'),
          without: z.array(z.string()).describe('Refs of the first 20'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { entityRef } = input;
      checkRefs({ entityRef });
      const rollup = await slo.getRollup(
        { entityRef, limit: MOST },
        { credentials },
      );
      if (rollup.services.total === 0) {
        throw new InputError(
          `There is nothing in ${entityRef} that you may see; ask for a System, Domain or Group of the catalog that has components`,
        );
      }
      const { withoutObjective, without } = rollup.services;
      return {
        output: {
          objectives: rollup.objectives,
          worstState: rollup.worstState,
          stateCounts: rollup.stateCounts,
          sums: rollup.sums.map(sum => ({
            unit: sum.unit,
            window: JSON.stringify(sum.window),
            objectives: sum.objectives,
            services: sum.services,
            bad: sum.bad,
            total: sum.total,
            sli: sum.sli,
            corrected: sum.corrected,
          })),
          leftOut: rollup.leftOut.map(
            ({ reason, objectives }) => `${objectives}: ${reason}`,
          ),
          worst: rollup.worst.map(toActionStatus),
          withoutObjective,
          without,
        },
      };
    },
  });
}
