import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  FLEET_SORTS,
  type FleetState,
} from '@plimsoll/plugin-service-health-common';
import { SLO_STATES } from '@plimsoll/plugin-slo-common';
import type { ServiceHealthService } from '../service/ServiceHealthService';
import { toActionService } from './toActionService';

const PAGE_SIZE = 25;
const STATES = [...SLO_STATES, 'no-objective'] as const satisfies FleetState[];

/** Registers `list-services`. */
export function createListServicesAction(options: {
  actionsRegistry: ActionsRegistryService;
  health: ServiceHealthService;
}): void {
  const { actionsRegistry, health } = options;
  actionsRegistry.register({
    name: 'list-services',
    title: 'List services with their reliability, changes and cost',
    description: `Lists services, worst first, ${PAGE_SIZE} a page: state and error budget of the worst objective, change failure rate and last deployment of 90 days, open incident, cost of the month.
Use it to answer "which services are in trouble", "which are about to run out of budget", "which cost most". Narrow it by owner, system, tier, lifecycle, state or words.
A missing figure is not known; \`lenses\` says how old each kind of figure is. Amounts of two currencies must not be added. Go on with deployment-impact.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          sort: z
            .enum(FLEET_SORTS)
            .optional()
            .describe('"worst" by default; "budget" is least left first'),
          order: z.enum(['asc', 'desc']).optional(),
          owner: z
            .string()
            .optional()
            .describe('Full ref, e.g. "group:default/payments-crew"'),
          system: z
            .string()
            .optional()
            .describe('Full ref, e.g. "system:default/purchase"'),
          lifecycle: z.string().optional(),
          tier: z.string().optional(),
          state: z
            .enum(STATES)
            .optional()
            .describe('State of the worst objective'),
          q: z.string().optional().describe('Words of the ref or the title'),
          cursor: z.string().optional().describe('nextCursor of the last page'),
        }),
      output: z =>
        z.object({
          services: z.array(z.record(z.string(), z.unknown())),
          totalServices: z.number(),
          nextCursor: z.string().optional(),
          lenses: z.record(z.string(), z.unknown()),
        }),
    },
    action: async ({ input, credentials }) => {
      const page = await health.listServices(
        { ...input, limit: PAGE_SIZE },
        { credentials },
      );
      return {
        output: {
          services: page.items.map(toActionService),
          totalServices: page.totalItems,
          nextCursor: page.pageInfo.nextCursor,
          lenses: page.lenses,
        },
      };
    },
  });
}
