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
import { deploymentIdentity, repository } from './githubFields';

/** Says which workflow deploys, and where to. */
export interface WorkflowRule {
  /** Path or name: `.github/workflows/deploy.yaml`, `Deploy`. */
  workflow: string;
  environment: string;
  /** `shop/checkout`; any repository by default. */
  repository?: string;
  /** Name or ref of the service, where a repository has several. */
  service?: string;
}

const schema = z.object({
  repository,
  workflow_run: z.object({
    id: identifier,
    run_attempt: z.number().int().nullish(),
    name: optionalName,
    path: optionalName,
    status: name,
    conclusion: optionalName,
    head_sha: name,
    head_branch: optionalName,
    display_title: text,
    html_url: pageUrl,
    created_at: instant,
    run_started_at: instant.nullish(),
    updated_at: instant,
  }),
});

const ENDS: Record<string, DeploymentPhase> = {
  success: 'succeeded',
  failure: 'failed',
  timed_out: 'failed',
  cancelled: 'canceled',
  skipped: 'canceled',
};

/** `workflow_run`, where app-config says that this workflow deploys. */
export function parseWorkflowRun(
  body: Buffer,
  rules: WorkflowRule[],
): ParsedDelivery {
  const payload = readPayload({ body, schema, what: 'GitHub workflow_run' });
  const { workflow_run: run } = payload;
  const repo = payload.repository.full_name;
  const summary = `workflow_run ${run.conclusion ?? run.status}`;
  const at = run.updated_at;
  const occurredAt = Date.parse(at);
  const rule = rules.find(
    ({ workflow, repository: only }) =>
      (workflow === run.name || workflow === run.path) &&
      (only === undefined || only.toLowerCase() === repo.toLowerCase()),
  );
  const phase = phaseOf(run);
  if (!rule || !phase) {
    return {
      summary,
      occurredAt,
      drafts: [],
      notice: rule
        ? `The conclusion '${run.conclusion}' changes nothing`
        : 'stability.webhooks.github.workflows does not name this workflow',
    };
  }
  const runId = `github:workflow_run:${run.id}:${run.run_attempt ?? 1}`;
  const branch = run.head_branch ?? '';
  return {
    summary,
    occurredAt,
    drafts: [
      {
        kind: 'deployment',
        id: observationId(runId, phase),
        source: 'github',
        at,
        runId,
        environment: rule.environment,
        phase,
        version: isVersion(branch) ? branch : undefined,
        commitSha: run.head_sha.toLowerCase(),
        startedAt: run.run_started_at ?? run.created_at,
        finishedAt: run.conclusion ? at : undefined,
        title: run.display_title,
        url: run.html_url,
        batchId: `github:workflow_run:${run.id}`,
        identity: deploymentIdentity({
          repository: repo,
          environment: rule.environment,
          service: rule.service,
        }),
      },
    ],
  };
}

function phaseOf(run: {
  status: string;
  conclusion?: string;
}): DeploymentPhase | undefined {
  if (run.conclusion) {
    return ENDS[run.conclusion];
  }
  return run.status === 'in_progress' ? 'started' : 'queued';
}
