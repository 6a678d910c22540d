import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { StabilityService } from '../service/StabilityService';
import {
  actionDeploymentSchema,
  toActionDeployment,
} from './toActionDeployment';

const PAGE_SIZE = 20;
const OPEN_INCIDENTS = 10;

/** Registers `recent-changes`. */
export function createRecentChangesAction(options: {
  actionsRegistry: ActionsRegistryService;
  stability: StabilityService;
}): void {
  const { actionsRegistry, stability } = options;
  actionsRegistry.register({
    name: 'recent-changes',
    title: 'List recent changes and open incidents',
    description: `Lists what was deployed lately, newest first, each with its verdict (did it fail, and how sure is that), ${PAGE_SIZE} a page, and the incidents that are open now.
Use it to answer "what changed" when something is wrong, or "what was shipped". Narrow it by service, system, domain or owner, environment and time.
Go on with explain-change-failure where a deployment failed.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .optional()
            .describe(
              'Ref of a service, system, domain or group, e.g. "component:default/checkout"',
            ),
          environment: z
            .string()
            .optional()
            .describe('Name of an environment; "production" is all of them'),
          from: z.string().optional().describe('ISO instant, inclusive'),
          to: z.string().optional().describe('ISO instant, exclusive'),
          cursor: z.string().optional().describe('nextCursor of the last page'),
        }),
      output: z =>
        z.object({
          deployments: z.array(actionDeploymentSchema(z)),
          totalDeployments: z.number(),
          nextCursor: z.string().optional(),
          openIncidents: z.array(
            z.object({
              id: z.string(),
              entityRef: z.string(),
              label: z.string(),
              title: z.string(),
              state: z.string(),
              severity: z.string().optional(),
              startedAt: z.string(),
              assignee: z.string().optional(),
              suspectedDeploymentId: z.string().optional(),
              runbook: z.string().optional(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { entityRef } = input;
      const page = await stability.listDeployments(
        { ...input, limit: PAGE_SIZE },
        { credentials },
      );
      const incidents = await stability.listIncidents(
        { entityRef, open: true, limit: OPEN_INCIDENTS },
        { credentials },
      );
      return {
        output: {
          deployments: page.items.map(toActionDeployment),
          totalDeployments: page.totalItems,
          nextCursor: page.pageInfo.nextCursor,
          openIncidents: incidents.items.map(incident => ({
            id: incident.id,
            entityRef: incident.entityRef,
            label: incident.label,
            title: incident.title,
            state: incident.state,
            severity: incident.severity,
            startedAt: incident.startedAt,
            assignee: incident.assignee,
            suspectedDeploymentId: incident.cause?.deploymentId,
            runbook: incident.links.runbook,
          })),
        },
      };
    },
  });
}
