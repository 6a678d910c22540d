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
import { saysUnplanned } from '../payload/saysUnplanned';
import type { ParsedDelivery } from '../Sender';

const schema = z.object({
  project: z.object({
    id: identifier,
    path_with_namespace: name,
    default_branch: optionalName,
  }),
  object_attributes: z.object({
    iid: identifier,
    action: optionalName,
    title: text,
    description: z.string().nullish(),
    url: pageUrl,
    source_branch: name,
    target_branch: name,
    updated_at: instant,
    merge_commit_sha: optionalName,
    squash_commit_sha: optionalName,
    last_commit: z.object({ id: name, timestamp: instant.nullish() }).nullish(),
  }),
  labels: z.array(z.object({ title: name })).nullish(),
});

/** `Merge Request Hook` of what was merged to the main branch: a change. */
export function parseMergeRequestHook(body: Buffer): ParsedDelivery {
  const what = 'GitLab Merge Request Hook';
  const {
    project,
    object_attributes: request,
    labels,
  } = readPayload({
    body,
    schema,
    what,
  });
  // a fast-forward merge has no commit of its own
  const sha =
    request.merge_commit_sha ??
    request.squash_commit_sha ??
    request.last_commit?.id;
  const summary = `merge_request ${request.action ?? 'changed'}`;
  const isMain =
    project.default_branch === undefined ||
    request.target_branch === project.default_branch;
  if (request.action !== 'merge' || !isMain || !sha) {
    return {
      summary,
      drafts: [],
      notice: 'Only merge requests that are merged to the main branch count',
    };
  }
  const repository = project.path_with_namespace;
  return {
    summary,
    occurredAt: Date.parse(request.updated_at),
    drafts: [
      {
        kind: 'change',
        id: observationId('gitlab', project.id, 'merge_request', request.iid),
        source: 'gitlab',
        at: request.updated_at,
        sha: sha.toLowerCase(),
        repository,
        committedAt: request.last_commit?.timestamp ?? undefined,
        mergedAt: request.updated_at,
        number: `!${request.iid}`,
        title: request.title,
        url: request.url,
        reverts: revertedBy(request.description ?? ''),
        unplanned: saysUnplanned([
          request.source_branch,
          ...(labels ?? []).map(({ title }) => title),
        ]),
        identity: [{ type: 'repository', value: repository }],
      },
    ],
  };
}

/** GitLab's revert button writes `This reverts merge request !12`, or a SHA. */
function revertedBy(description: string): string[] | undefined {
  const requests = description.matchAll(
    /\breverts merge request [^\s!]*!(\d+)/gi,
  );
  const commits = description.matchAll(/\breverts commit ([0-9a-f]{7,64})/gi);
  const found = [
    ...[...requests].map(([, number]) => `!${number}`),
    ...[...commits].map(([, sha]) => sha.toLowerCase()),
  ];
  return found.length > 0 ? [...new Set(found)] : undefined;
}
