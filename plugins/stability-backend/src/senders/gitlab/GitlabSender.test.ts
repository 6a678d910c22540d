import { delivery } from '../__testUtils__/delivery';
import { GitlabSender } from './GitlabSender';

const HOOK = {
  object_kind: 'deployment',
  status: 'success',
  status_changed_at: '2026-11-20 16:08:31 +0200',
  deployment_id: 15,
  deployable_id: 796,
  deployable_url: 'https://gitlab.example.com/shop/checkout/-/jobs/796',
  environment: 'production',
  environment_tier: 'production',
  project: { id: 30, path_with_namespace: 'shop/checkout' },
  ref: 'v2.31.0',
  short_sha: '279484c0',
  commit_url:
    'https://gitlab.example.com/shop/checkout/-/commit/279484c09fbe69ededfced8c1bb6e6d24616b468',
  commit_title: 'Add new file',
};

const MERGE = {
  project: {
    id: 30,
    path_with_namespace: 'shop/checkout',
    default_branch: 'main',
  },
  object_attributes: {
    iid: 12,
    action: 'merge',
    title: 'Revert "Cart"',
    description:
      'This reverts merge request !11 and reverts commit 0123456789AB',
    url: 'https://gitlab.example.com/shop/checkout/-/merge_requests/12',
    source_branch: 'revert-cart',
    target_branch: 'main',
    updated_at: '2026-11-20 14:00:00 UTC',
    merge_commit_sha: 'ABCDEF1234',
    last_commit: { id: 'ffff', timestamp: '2026-11-20T13:00:00+00:00' },
  },
  labels: [{ title: 'hotfix' }],
};

describe('GitlabSender', () => {
  const sender = GitlabSender.create();
  const parse = (payload: unknown, event = 'Deployment Hook') =>
    sender.parse(delivery(payload, { 'x-gitlab-event': event }));

  it('reads a deployment, with a time that is no ISO and the SHA of a link', () => {
    expect(parse(HOOK)).toEqual({
      summary: 'deployment success',
      occurredAt: Date.UTC(2026, 10, 20, 14, 8, 31),
      drafts: [
        {
          kind: 'deployment',
          id: 'gitlab:30:deployment:15:success',
          source: 'gitlab',
          at: '2026-11-20T14:08:31.000Z',
          runId: 'gitlab:30:deployment:15',
          environment: 'production',
          production: true,
          phase: 'succeeded',
          version: 'v2.31.0',
          commitSha: '279484c09fbe69ededfced8c1bb6e6d24616b468',
          finishedAt: '2026-11-20T14:08:31.000Z',
          title: 'Add new file',
          url: 'https://gitlab.example.com/shop/checkout/-/jobs/796',
          identity: [
            { type: 'repository', value: 'shop/checkout' },
            { type: 'environment', value: 'production' },
          ],
        },
      ],
    });
  });

  it.each([
    ['created', 'queued', false],
    ['blocked', 'queued', false],
    ['running', 'started', false],
    ['failed', 'failed', true],
    ['canceled', 'canceled', true],
  ])('takes the status %s for %s', (status, phase, isEnd) => {
    const [draft] = parse({ ...HOOK, status }).drafts;

    expect(draft).toMatchObject({
      phase,
      startedAt: phase === 'started' ? draft.at : undefined,
      finishedAt: isEnd ? draft.at : undefined,
    });
  });

  it('does with what old versions of GitLab leave out', () => {
    const { drafts } = parse({
      ...HOOK,
      deployable_url: null,
      environment_tier: undefined,
      ref: 'main',
      commit_url: null,
    });

    expect(drafts[0]).toMatchObject({
      commitSha: '279484c0',
      production: undefined,
      version: undefined,
      url: undefined,
    });
    expect(
      parse({ ...HOOK, environment_tier: 'staging' }).drafts[0],
    ).toMatchObject({ production: false });
  });

  it('ignores a status that says nothing and other hooks', () => {
    expect(parse({ ...HOOK, status: 'skipped' })).toMatchObject({
      drafts: [],
      notice: expect.stringContaining('skipped'),
    });
    expect(parse({}, 'Pipeline Hook')).toMatchObject({
      summary: 'Pipeline Hook',
      drafts: [],
    });
  });

  it('reads what was merged to the main branch, and what it reverts', () => {
    expect(parse(MERGE, 'Merge Request Hook').drafts).toEqual([
      {
        kind: 'change',
        id: 'gitlab:30:merge_request:12',
        source: 'gitlab',
        at: '2026-11-20T14:00:00.000Z',
        sha: 'abcdef1234',
        repository: 'shop/checkout',
        committedAt: '2026-11-20T13:00:00.000Z',
        mergedAt: '2026-11-20T14:00:00.000Z',
        number: '!12',
        title: 'Revert "Cart"',
        url: 'https://gitlab.example.com/shop/checkout/-/merge_requests/12',
        reverts: ['!11', '0123456789ab'],
        unplanned: true,
        identity: [{ type: 'repository', value: 'shop/checkout' }],
      },
    ]);
  });

  it.each([
    ['update', 'main'],
    ['merge', 'release'],
  ])('leaves out a merge request with %s to %s', (action, target) => {
    const object_attributes = {
      ...MERGE.object_attributes,
      action,
      target_branch: target,
    };
    expect(
      parse({ ...MERGE, object_attributes }, 'Merge Request Hook').drafts,
    ).toEqual([]);
  });

  it('knows a retry by the key that GitLab repeats', () => {
    expect(sender.keyOf(delivery(HOOK, { 'idempotency-key': 'k' }))).toEqual({
      key: 'k',
      dedupeBody: false,
    });
    expect(sender.keyOf(delivery(HOOK)).key).toBe(
      sender.keyOf(delivery({ ...HOOK })).key,
    );
  });
});
