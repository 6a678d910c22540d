import { z } from 'zod';
import { identifier, instant, name, pageUrl, text } from '../payload/fields';
import { observationId } from '../payload/observationId';
import { readPayload } from '../payload/readPayload';
import { saysUnplanned } from '../payload/saysUnplanned';
import type { ParsedDelivery } from '../Sender';
import { repository } from './githubFields';

const schema = z.object({
  action: name,
  repository,
  pull_request: z.object({
    number: identifier,
    title: text,
    body: z.string().nullish(),
    html_url: pageUrl,
    merged: z.boolean().nullish(),
    merged_at: instant.nullish(),
    merge_commit_sha: text,
    base: z.object({ ref: name }),
    head: z.object({ ref: name }),
    labels: z.array(z.object({ name })).nullish(),
  }),
});

/** `pull_request closed` of what was merged to the main branch: a change. */
export function parsePullRequest(body: Buffer): ParsedDelivery {
  const payload = readPayload({ body, schema, what: 'GitHub pull_request' });
  const { action, pull_request: pull } = payload;
  const { default_branch: main, full_name: repo } = payload.repository;
  const summary = `pull_request ${action}`;
  const { merged_at: mergedAt, merge_commit_sha: sha } = pull;
  const isChange =
    action === 'closed' &&
    pull.merged &&
    (main === undefined || pull.base.ref === main);
  if (!isChange || !mergedAt || !sha) {
    return {
      summary,
      drafts: [],
      notice: 'Only pull requests that are merged to the main branch count',
    };
  }
  return {
    summary: 'pull_request merged',
    occurredAt: Date.parse(mergedAt),
    drafts: [
      {
        kind: 'change',
        id: observationId('github', 'pull_request', repo, pull.number),
        source: 'github',
        at: mergedAt,
        sha: sha.toLowerCase(),
        repository: repo,
        mergedAt,
        number: `#${pull.number}`,
        title: pull.title,
        url: pull.html_url,
        reverts: revertedBy(pull.body ?? ''),
        unplanned: saysUnplanned([
          pull.head.ref,
          ...(pull.labels ?? []).map(label => label.name),
        ]),
        identity: [{ type: 'repository', value: repo }],
        // this event names no files, the push of its commit does
        sameAs: observationId('github', 'commit', repo, sha),
      },
    ],
  };
}

/** GitHub's revert button writes `Reverts shop/checkout#1842`. */
function revertedBy(body: string): string[] | undefined {
  const found = body.matchAll(/\breverts\s+(?:[\w.-]+\/[\w.-]+)?#(\d+)/gi);
  const numbers = [...new Set([...found].map(([, number]) => `#${number}`))];
  return numbers.length > 0 ? numbers : undefined;
}
