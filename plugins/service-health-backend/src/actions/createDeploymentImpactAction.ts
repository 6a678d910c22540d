import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ServiceHealthService } from '../service/ServiceHealthService';

/** Registers `deployment-impact`. */
export function createDeploymentImpactAction(options: {
  actionsRegistry: ActionsRegistryService;
  health: ServiceHealthService;
}): void {
  const { actionsRegistry, health } = options;
  actionsRegistry.register({
    name: 'deployment-impact',
    title: 'Tell what a deployment did',
    description: `Tells what a deployment did to error budget, error rate, latency and the cost of a request: before and after with 95 % intervals, its verdict and the evidence for it.
Use it with the id of a deployment (recent-changes and list-services give ids) to answer "did this release hurt", "what did it cost".
Where nothing can be told, state is "cannot-tell" and reason says why: say so, do not guess. "no-clear-change" means that the interval holds zero. Ratios are 0 to 1.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({ deploymentId: z.string().min(1).describe('Its id') }),
      output: z => z.object({ impact: z.record(z.string(), z.unknown()) }),
    },
    action: async ({ input, credentials }) => ({
      output: {
        impact: {
          ...(await health.getImpact(input.deploymentId, { credentials })),
        },
      },
    }),
  });
}
