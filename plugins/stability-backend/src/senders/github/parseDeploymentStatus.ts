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
import { observationId } from '../payload/observationId';
import { readPayload } from '../payload/readPayload';
import type { ParsedDelivery } from '../Sender';
import {
  aboutDeployment,
  deployment,
  deploymentIdentity,
  repository,
} from './githubFields';

const schema = z.object({
  deployment_status: z.object({
    id: identifier,
    state: name,
    environment: optionalName,
    description: text,
    created_at: instant,
    log_url: pageUrl,
    target_url: pageUrl,
  }),
  deployment,
  repository,
  workflow_run: z.object({ id: identifier }).nullish(),
});

const PHASES: Record<string, DeploymentPhase> = {
  pending: 'queued',
  queued: 'queued',
  waiting: 'queued',
  in_progress: 'started',
  success: 'succeeded',
  failure: 'failed',
  error: 'failed',
};

/** `deployment_status`: how far a deployment has come. */
export function parseDeploymentStatus(body: Buffer): ParsedDelivery {
  const what = 'GitHub deployment_status';
  const payload = readPayload({ body, schema, what });
  const { deployment_status: status, deployment: made } = payload;
  const summary = `deployment_status ${status.state}`;
  const at = status.created_at;
  const occurredAt = Date.parse(at);
  const phase = PHASES[status.state];
  if (!phase) {
    return {
      summary,
      occurredAt,
      drafts: [],
      notice: `The state '${status.state}' changes nothing about a deployment`,
    };
  }
  const environment = status.environment ?? made.environment;
  return {
    summary,
    occurredAt,
    drafts: [
      {
        ...aboutDeployment({
          deployment: made,
          environment,
          workflowRunId: payload.workflow_run?.id,
        }),
        id: observationId('github', 'deployment_status', status.id),
        at,
        phase,
        finishedAt: isEnd(phase) ? at : undefined,
        reason: phase === 'failed' ? status.description : undefined,
        url: status.log_url ?? status.target_url,
        identity: deploymentIdentity({
          repository: payload.repository.full_name,
          environment,
          service: made.payload.service,
          path: made.payload.path,
        }),
      },
    ],
  };
}

function isEnd(phase: DeploymentPhase): boolean {
  return phase === 'succeeded' || phase === 'failed';
}
