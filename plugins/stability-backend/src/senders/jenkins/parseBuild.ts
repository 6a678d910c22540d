import type {
  DeploymentPhase,
  IdentityHint,
} from '@plimsoll/plugin-stability-common';
import { z } from 'zod';
import {
  identifier,
  name,
  optionalName,
  pageUrl,
  text,
} from '../payload/fields';
import { observationId } from '../payload/observationId';
import { readPayload } from '../payload/readPayload';
import type { ParsedDelivery } from '../Sender';
import { repositoryOf } from './repositoryOf';

/** The plugin's notification, and beside it what only a pipeline knows. */
const schema = z.object({
  name,
  build: z.object({
    full_url: name,
    number: identifier,
    phase: name,
    status: optionalName,
    /** Unix milliseconds of the start. */
    timestamp: z
      .number()
      .int()
      .min(946_684_800_000)
      .max(7_258_118_400_000)
      .nullish(),
    /** Milliseconds. */
    duration: z.number().min(0).max(31_536_000_000).nullish(),
    scm: z
      .object({
        url: z.string().nullish(),
        branch: optionalName,
        commit: optionalName,
      })
      .nullish(),
  }),
  environment: optionalName,
  service: optionalName,
  version: optionalName,
  title: text,
  rollback: z.boolean().nullish(),
  hotfix: z.boolean().nullish(),
});

const ENDS: Record<string, DeploymentPhase> = {
  SUCCESS: 'succeeded',
  FAILURE: 'failed',
  // its tests were not content, what it shipped is there
  UNSTABLE: 'succeeded',
  ABORTED: 'canceled',
  NOT_BUILT: 'canceled',
};

/** A build that deploys; the others are left alone. */
export function parseBuild(options: {
  body: Buffer;
  /** Unix milliseconds. */
  receivedAt: number;
}): ParsedDelivery {
  const { body, receivedAt } = options;
  const payload = readPayload({ body, schema, what: 'Jenkins notification' });
  const { build, environment } = payload;
  const summary = `build ${build.status ?? build.phase}`.toLowerCase();
  const phase =
    build.phase === 'STARTED' ? 'started' : ENDS[build.status ?? ''];
  if (!environment || !phase) {
    return {
      summary,
      drafts: [],
      notice: environment
        ? `A build in phase '${build.phase}' with status '${build.status}' changes nothing`
        : 'It names no environment, so it is no deployment',
    };
  }
  const startedAt = build.timestamp ?? undefined;
  // COMPLETED and FINALIZED are one step: same id, whichever come
  const at =
    phase === 'started'
      ? startedAt ?? receivedAt
      : endOf(startedAt, build.duration) ?? receivedAt;
  const runId = observationId('jenkins', build.full_url);
  return {
    summary,
    occurredAt: at,
    drafts: [
      {
        kind: 'deployment',
        id: observationId(runId, phase),
        source: 'jenkins',
        at: new Date(at).toISOString(),
        runId,
        environment,
        phase,
        version: payload.version,
        commitSha: build.scm?.commit?.toLowerCase(),
        startedAt:
          startedAt === undefined
            ? undefined
            : new Date(startedAt).toISOString(),
        finishedAt:
          phase === 'started' ? undefined : new Date(at).toISOString(),
        title: payload.title,
        rollback: payload.rollback || undefined,
        unplanned: payload.hotfix || undefined,
        url: pageUrl.parse(build.full_url),
        identity: identityOf(payload),
      },
    ],
  };
}

/** The plugin says a duration of 0 as long as it does not know it. */
function endOf(
  startedAt: number | undefined,
  duration: number | null | undefined,
): number | undefined {
  return startedAt && duration ? startedAt + duration : undefined;
}

function identityOf(payload: z.output<typeof schema>): IdentityHint[] {
  const { service, environment, build } = payload;
  const repository = repositoryOf(build.scm?.url ?? '');
  return [
    ...(service ? [{ type: 'service' as const, value: service }] : []),
    { type: 'job', value: payload.name },
    ...(repository ? [{ type: 'repository' as const, value: repository }] : []),
    ...(environment
      ? [{ type: 'environment' as const, value: environment }]
      : []),
  ];
}
