import type { IdentityHint } from '@plimsoll/plugin-stability-common';
import { z } from 'zod';
import { instant, name, pageUrl } from '../payload/fields';
import { foldersOf } from '../payload/foldersOf';
import { observationId } from '../payload/observationId';
import { oneLine } from '../payload/oneLine';
import { readPayload } from '../payload/readPayload';
import type { ParsedDelivery } from '../Sender';
import { repository } from './githubFields';

const paths = z.array(z.string()).nullish();

const schema = z.object({
  ref: name,
  repository: repository.extend({
    // in this event alone, Unix seconds
    pushed_at: z
      .number()
      .int()
      .positive()
      .max(1e11)
      .optional()
      .catch(undefined),
  }),
  commits: z
    .array(
      z.object({
        id: name,
        message: z.string(),
        timestamp: instant,
        url: pageUrl,
        added: paths,
        modified: paths,
        removed: paths,
      }),
    )
    .nullish(),
});

/** `push` to the main branch: each commit is a change. */
export function parsePush(body: Buffer): ParsedDelivery {
  const payload = readPayload({ body, schema, what: 'GitHub push' });
  const {
    default_branch: main,
    full_name: repo,
    pushed_at: pushedAt,
  } = payload.repository;
  const summary = `push ${payload.ref}`;
  if (payload.ref !== `refs/heads/${main}`) {
    return {
      summary,
      drafts: [],
      notice: 'Only pushes to the main branch count',
    };
  }
  const commits = payload.commits ?? [];
  const drafts = commits.map(commit => ({
    kind: 'change' as const,
    id: observationId('github', 'commit', repo, commit.id),
    source: 'github',
    at: commit.timestamp,
    sha: commit.id.toLowerCase(),
    repository: repo,
    committedAt: commit.timestamp,
    // a commit may have waited on its branch for weeks
    mergedAt: pushedAt ? new Date(pushedAt * 1000).toISOString() : undefined,
    title: oneLine(commit.message.split('\n', 1)[0], 500) || undefined,
    url: commit.url,
    reverts: revertedBy(commit.message),
    identity: [
      { type: 'repository' as const, value: repo },
      ...foldersOf([
        ...(commit.added ?? []),
        ...(commit.modified ?? []),
        ...(commit.removed ?? []),
      ]).map((value): IdentityHint => ({ type: 'path', value })),
    ],
  }));
  return {
    summary,
    occurredAt:
      Math.max(...drafts.map(({ at }) => Date.parse(at)), 0) || undefined,
    drafts,
    notice: drafts.length === 0 ? 'It brings no commit' : undefined,
  };
}

/** `git revert` writes `This reverts commit <sha>.` */
function revertedBy(message: string): string[] | undefined {
  const found = message.matchAll(/\breverts commit ([0-9a-f]{7,64})/gi);
  const shas = [...new Set([...found].map(([, sha]) => sha.toLowerCase()))];
  return shas.length > 0 ? shas : undefined;
}
