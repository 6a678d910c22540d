import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { StabilityService } from '../service/StabilityService';
import {
  actionDeploymentSchema,
  toActionDeployment,
} from './toActionDeployment';

/** Registers `explain-change-failure`. */
export function createExplainChangeFailureAction(options: {
  actionsRegistry: ActionsRegistryService;
  stability: StabilityService;
}): void {
  const { actionsRegistry, stability } = options;
  actionsRegistry.register({
    name: 'explain-change-failure',
    title: 'Explain whether and why a deployment failed',
    description: `Explains the verdict about one deployment: each rule that speaks against it with its confidence and evidence, what a person said, what ended the failure and when, and the error budget that it burned.
Use it to answer "why does this count as failed". Take the id from recent-changes.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          id: z.string().min(1).describe('id, as recent-changes gives it'),
        }),
      output: z =>
        z.object({
          deployment: actionDeploymentSchema(z),
          decidedBy: z.string().describe('rule or person'),
          correction: z
            .object({ by: z.string(), at: z.string(), reason: z.string() })
            .optional(),
          evidence: z.array(
            z.object({
              rule: z.string(),
              at: z.string(),
              confidence: z.number(),
              deploymentId: z.string().optional(),
              incidentId: z.string().optional(),
              objective: z.string().optional(),
              burned: z.number().optional().describe('Share of the budget'),
              reason: z.string().optional(),
              url: z.string().optional(),
              overruled: z.boolean().describe('A person said otherwise'),
            }),
          ),
          changes: z.array(
            z.object({
              sha: z.string(),
              number: z.string().optional(),
              title: z.string().optional(),
              url: z.string().optional(),
            }),
          ),
          impactFrom: z.string().optional(),
          detectedAt: z.string().optional(),
          recoveredAt: z.string().optional(),
          remediatedBy: z.string().optional().describe('id of a deployment'),
          budgetBurned: z
            .object({ objective: z.string(), share: z.number() })
            .optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const deployment = await stability.getDeployment(input.id, {
        credentials,
      });
      const { verdict, evidence, changes, budgetBurned } = deployment;
      return {
        output: {
          deployment: toActionDeployment(deployment),
          decidedBy: verdict.decidedBy,
          correction: verdict.correction && {
            by: verdict.correction.by,
            at: verdict.correction.at,
            reason: verdict.correction.reason,
          },
          evidence: evidence.map(
            ({ observationIds, changeSha, ...ground }) => ({
              ...ground,
            }),
          ),
          changes: changes.map(({ sha, number, title, url }) => ({
            sha,
            number,
            title,
            url,
          })),
          impactFrom: deployment.impactFrom,
          detectedAt: deployment.detectedAt,
          recoveredAt: deployment.recoveredAt,
          remediatedBy: deployment.remediatedBy,
          budgetBurned: budgetBurned && {
            objective: budgetBurned.objective,
            share: budgetBurned.share,
          },
        },
      };
    },
  });
}
