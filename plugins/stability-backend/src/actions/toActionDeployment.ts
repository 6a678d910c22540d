import type { Deployment } from '@plimsoll/plugin-stability-common';
import type { z as Zod } from 'zod/v3';

/** What a model is told about one deployment. */
export function actionDeploymentSchema(z: typeof Zod) {
  return z.object({
    id: z.string().describe('For explain-change-failure'),
    entityRef: z.string().describe('Ref of the service'),
    environment: z.string(),
    type: z.string().describe('forward, rollback or redeploy'),
    state: z.string(),
    version: z.string().optional(),
    title: z.string().optional().describe('What changed'),
    startedAt: z.string(),
    finishedAt: z.string().optional().describe('Live since'),
    verdict: z
      .string()
      .describe('pending, clean, failed, prevented, rollback or not-counted'),
    confidence: z.number().describe('0..1; a failure below 0.8 is suspected'),
    grounds: z.array(z.string()).describe('Rules that speak against it'),
    url: z.string().optional(),
  });
}

/** @see actionDeploymentSchema */
export function toActionDeployment(deployment: Deployment) {
  const { id, entityRef, environment, type, state, version } = deployment;
  const { title, startedAt, finishedAt, verdict, evidence, url } = deployment;
  return {
    id,
    entityRef,
    environment,
    type,
    state,
    version,
    title,
    startedAt,
    finishedAt,
    verdict: verdict.name,
    confidence: verdict.confidence,
    grounds: evidence
      .filter(({ overruled }) => !overruled)
      .map(({ rule }) => rule),
    url,
  };
}
