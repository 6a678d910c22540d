import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { SLO_STATES } from '@plimsoll/plugin-slo-common';
import type { SloService } from '../service/SloService';
import { actionStatusSchema, toActionStatus } from './toActionStatus';

const PAGE_SIZE = 25;

/** Registers `list-objectives`. */
export function createListObjectivesAction(options: {
  actionsRegistry: ActionsRegistryService;
  slo: SloService;
}): void {
  const { actionsRegistry, slo } = options;
  actionsRegistry.register({
    name: 'list-objectives',
    title: 'List service level objectives',
    description: `Lists service level objectives (SLOs), worst first: state, remaining error budget and burn rate, ${PAGE_SIZE} a page.
Use it to find out which services are in trouble, or how one service stands.
Narrow it by service, owner, system, state or words. Counts by state come with every page.
Go on with explain-objective where a number needs its ground.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .optional()
            .describe('Ref of a service, e.g. "component:default/checkout"'),
          owner: z
            .string()
            .optional()
            .describe('Ref of an owning group or user'),
          system: z.string().optional().describe('Ref of a system'),
          state: z
            .array(z.enum(SLO_STATES))
            .optional()
            .describe('Only objectives in one of these states'),
          q: z.string().optional().describe('Words in names or the service'),
          cursor: z.string().optional().describe('nextCursor of the last page'),
        }),
      output: z =>
        z.object({
          items: z.array(actionStatusSchema(z)),
          totalItems: z.number(),
          stateCounts: z.record(z.number()),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const page = await slo.listObjectives(
        { ...input, limit: PAGE_SIZE },
        { credentials },
      );
      return {
        output: {
          items: page.items.map(toActionStatus),
          totalItems: page.totalItems,
          stateCounts: page.stateCounts,
          nextCursor: page.pageInfo.nextCursor,
        },
      };
    },
  });
}
