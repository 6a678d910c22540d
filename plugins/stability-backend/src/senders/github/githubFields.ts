import type { IdentityHint } from '@plimsoll/plugin-stability-common';
import { z } from 'zod';
import {
  identifier,
  instant,
  name,
  optionalName,
  text,
} from '../payload/fields';
import { isVersion } from '../payload/isVersion';

/** `repository` of every GitHub event. */
export const repository = z.object({
  full_name: name,
  default_branch: optionalName,
});

/**
 * What whoever creates a deployment may tell us in its `payload`: for a
 * repository with several services, and for fixes.
 */
const deploymentPayload = z
  .object({
    service: optionalName,
    version: optionalName,
    path: optionalName,
    rollback: z.boolean().nullish().catch(undefined),
    hotfix: z.boolean().nullish().catch(undefined),
  })
  .partial()
  .catch({});

/** `deployment` of `deployment` and `deployment_status`. */
export const deployment = z.object({
  id: identifier,
  sha: name,
  ref: optionalName,
  task: optionalName,
  environment: name,
  production_environment: z.boolean().nullish(),
  description: text,
  created_at: instant,
  payload: z.preprocess(parsedText, deploymentPayload),
});

/** @see deployment */
export type GithubDeployment = z.output<typeof deployment>;

/** What all observations of one deployment say. */
export function aboutDeployment(options: {
  deployment: GithubDeployment;
  environment: string;
  workflowRunId: string | undefined;
}) {
  const { deployment: made, environment, workflowRunId } = options;
  const { payload } = made;
  return {
    kind: 'deployment' as const,
    source: 'github',
    runId: `github:deployment:${made.id}`,
    environment,
    production: made.production_environment ?? undefined,
    version:
      payload.version ?? (isVersion(made.ref ?? '') ? made.ref : undefined),
    commitSha: made.sha.toLowerCase(),
    startedAt: made.created_at,
    title: made.description,
    rollback:
      payload.rollback === true || made.task === 'rollback' || undefined,
    unplanned: payload.hotfix === true || made.task === 'hotfix' || undefined,
    batchId: workflowRunId && `github:workflow_run:${workflowRunId}`,
  };
}

/** Names under which GitHub knows the service of a deployment. */
export function deploymentIdentity(options: {
  repository: string;
  environment: string;
  service?: string;
  path?: string;
}): IdentityHint[] {
  const { service, path, environment } = options;
  return [
    ...(service ? [{ type: 'service' as const, value: service }] : []),
    { type: 'repository', value: options.repository },
    ...(path ? [{ type: 'path' as const, value: path }] : []),
    { type: 'environment', value: environment },
  ];
}

/** Some clients send the payload as JSON in a text. */
function parsedText(value: unknown): unknown {
  if (typeof value !== 'string') {
    return value ?? {};
  }
  try {
    return JSON.parse(value);
  } catch {
    return {};
  }
}
