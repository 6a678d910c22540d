import { z } from 'zod';
import { identifier } from '../payload/fields';
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
  deployment,
  repository,
  workflow_run: z.object({ id: identifier }).nullish(),
});

/** `deployment`: somebody asked for one. */
export function parseDeployment(body: Buffer): ParsedDelivery {
  const payload = readPayload({ body, schema, what: 'GitHub deployment' });
  const made = payload.deployment;
  const at = made.created_at;
  return {
    summary: 'deployment created',
    occurredAt: Date.parse(at),
    drafts: [
      {
        ...aboutDeployment({
          deployment: made,
          environment: made.environment,
          workflowRunId: payload.workflow_run?.id,
        }),
        id: observationId('github', 'deployment', made.id),
        at,
        phase: 'queued',
        identity: deploymentIdentity({
          repository: payload.repository.full_name,
          environment: made.environment,
          service: made.payload.service,
          path: made.payload.path,
        }),
      },
    ],
  };
}
