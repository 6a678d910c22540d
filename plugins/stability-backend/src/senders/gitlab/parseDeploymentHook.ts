import type { DeploymentPhase } from '@plimsoll/plugin-stability-common';
import { z } from 'zod';
import {
  identifier,
  instant,
  name,
  optionalName,
  pageUrl,
  text,
} from '../payload/fields';
import { isVersion } from '../payload/isVersion';
import { observationId } from '../payload/observationId';
import { readPayload } from '../payload/readPayload';
import type { ParsedDelivery } from '../Sender';

const schema = z.object({
  object_kind: z.literal('deployment'),
  status: name,
  status_changed_at: instant,
  deployment_id: identifier,
  deployable_id: identifier.nullish(),
  deployable_url: pageUrl,
  environment: name,
  environment_tier: optionalName,
  project: z.object({ id: identifier, path_with_namespace: name }),
  ref: optionalName,
  short_sha: optionalName,
  commit_url: pageUrl,
  commit_title: text,
});

const PHASES: Record<string, DeploymentPhase> = {
  created: 'queued',
  blocked: 'queued',
  running: 'started',
  success: 'succeeded',
  failed: 'failed',
  canceled: 'canceled',
};

const ENDS: DeploymentPhase[] = ['succeeded', 'failed', 'canceled'];

/** `Deployment Hook`. */
export function parseDeploymentHook(body: Buffer): ParsedDelivery {
  const hook = readPayload({ body, schema, what: 'GitLab Deployment Hook' });
  const { status, status_changed_at: at, environment } = hook;
  const summary = `deployment ${status}`;
  const occurredAt = Date.parse(at);
  const phase = PHASES[status];
  if (!phase) {
    return {
      summary,
      occurredAt,
      drafts: [],
      notice: `The status '${status}' changes nothing about a deployment`,
    };
  }
  const runId = `gitlab:${hook.project.id}:deployment:${hook.deployment_id}`;
  return {
    summary,
    occurredAt,
    drafts: [
      {
        kind: 'deployment',
        id: observationId(runId, status),
        source: 'gitlab',
        at,
        runId,
        environment,
        production: hook.environment_tier
          ? hook.environment_tier === 'production'
          : undefined,
        phase,
        version: isVersion(hook.ref ?? '') ? hook.ref : undefined,
        commitSha: commitOf(hook.commit_url) ?? hook.short_sha,
        startedAt: phase === 'started' ? at : undefined,
        finishedAt: ENDS.includes(phase) ? at : undefined,
        title: hook.commit_title,
        url: hook.deployable_url,
        identity: [
          { type: 'repository', value: hook.project.path_with_namespace },
          { type: 'environment', value: environment },
        ],
      },
    ],
  };
}

/** The hook has only a short SHA; its link to the commit has all of it. */
function commitOf(url: string | undefined): string | undefined {
  return /\/commit\/([0-9a-f]{40,64})$/i.exec(url ?? '')?.[1].toLowerCase();
}
