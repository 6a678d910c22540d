import { delivery } from '../__testUtils__/delivery';
import { documentedBlock } from '../__testUtils__/documented';
import { deploymentOf, deploymentStatus } from './__fixtures__/deployments';
import { GithubSender } from './GithubSender';

const REPOSITORY = { full_name: 'shopkart/checkout', default_branch: 'main' };

describe('GithubSender', () => {
  const sender = GithubSender.create({
    workflows: [
      { workflow: 'Deploy', environment: 'production', service: 'checkout' },
      {
        workflow: '.github/workflows/stage.yaml',
        environment: 'staging',
        repository: 'ShopKart/Checkout',
      },
    ],
  });
  const parse = (event: string, payload: unknown) =>
    sender.parse(delivery(payload, { 'x-github-event': event }));

  it('reads how a deployment ended', () => {
    expect(parse('deployment_status', deploymentStatus())).toEqual({
      summary: 'deployment_status success',
      occurredAt: Date.UTC(2026, 10, 20, 14, 8, 31),
      drafts: [
        {
          kind: 'deployment',
          id: 'github:deployment_status:9001',
          source: 'github',
          at: '2026-11-20T14:08:31.000Z',
          runId: 'github:deployment:4201',
          environment: 'production',
          production: true,
          phase: 'succeeded',
          version: 'v2.31.0',
          commitSha: '8f14e45fceea167a5a36dedd4bea2543aaaaaaaa',
          startedAt: '2026-11-20T14:05:02.000Z',
          finishedAt: '2026-11-20T14:08:31.000Z',
          title: 'Cart entries in MessagePack (#1842)',
          batchId: 'github:workflow_run:77',
          url: 'https://github.com/shopkart/checkout/actions/runs/77',
          identity: [
            { type: 'repository', value: 'shopkart/checkout' },
            { type: 'environment', value: 'production' },
          ],
        },
      ],
    });
  });

  it.each([
    ['pending', 'queued'],
    ['queued', 'queued'],
    ['waiting', 'queued'],
    ['in_progress', 'started'],
    ['success', 'succeeded'],
    ['failure', 'failed'],
    ['error', 'failed'],
  ])('takes the state %s for %s', (state, phase) => {
    const [draft] = parse(
      'deployment_status',
      deploymentStatus({ state }),
    ).drafts;
    const isEnd = phase === 'succeeded' || phase === 'failed';

    expect(draft).toMatchObject({
      phase,
      finishedAt: isEnd ? '2026-11-20T14:08:31.000Z' : undefined,
      reason: phase === 'failed' ? 'Rolled out to 6 pods' : undefined,
    });
  });

  it('leaves inactive deployments as they were', () => {
    expect(
      parse('deployment_status', deploymentStatus({ state: 'inactive' })),
    ).toMatchObject({
      drafts: [],
      notice: expect.stringContaining('inactive'),
    });
  });

  it('reads the documented payload of a repository with several services', () => {
    const documented = JSON.parse(documentedBlock('json', '"payload"'));

    expect(
      parse('deployment', {
        deployment: deploymentOf({ ...documented, task: 'hotfix' }),
        repository: REPOSITORY,
      }).drafts,
    ).toEqual([
      expect.objectContaining({
        id: 'github:deployment:4201',
        phase: 'queued',
        version: 'v2.31.0',
        unplanned: true,
        identity: [
          { type: 'service', value: 'component:default/checkout' },
          { type: 'repository', value: 'shopkart/checkout' },
          { type: 'environment', value: 'production' },
        ],
      }),
    ]);
  });

  it.each([
    ['a text of JSON', '{"rollback":true,"path":"services/checkout"}'],
    ['an object', { rollback: true, path: 'services/checkout' }],
  ])('reads the payload of a deployment from %s', (_, payload) => {
    const [draft] = parse(
      'deployment_status',
      deploymentStatus({ deployment: { payload } }),
    ).drafts;

    expect(draft).toMatchObject({
      rollback: true,
      identity: expect.arrayContaining([
        { type: 'path', value: 'services/checkout' },
      ]),
    });
  });

  it.each([['no JSON'], ['[1]'], [null], [7]])(
    'does without a payload that says nothing: %p',
    payload => {
      const { drafts } = parse(
        'deployment_status',
        deploymentStatus({ deployment: { payload, ref: 'main' } }),
      );
      // a branch is no version
      expect(drafts[0]).toMatchObject({ version: undefined });
      expect(drafts).toHaveLength(1);
    },
  );

  it('names the path that it cannot read', () => {
    expect(() =>
      parse('deployment_status', deploymentStatus({ at: 'yesterday' })),
    ).toThrow(
      'deployment_status.created_at: it is not an instant such as 2026-11-20T14:30:00Z. ' +
        'Expected, as its sender documents it: GitHub deployment_status',
    );
    expect(() => parse('push', '{')).toThrow('body: it is not JSON');
  });

  it('reads a merged pull request with what it reverts', () => {
    const pull = {
      number: 1851,
      title: 'Revert "Cart entries in MessagePack"',
      body: 'Reverts shopkart/checkout#1842\nand reverts #1840.',
      html_url: 'https://github.com/shopkart/checkout/pull/1851',
      merged: true,
      merged_at: '2026-11-20T14:20:00Z',
      merge_commit_sha: 'ABCDEF0123',
      base: { ref: 'main' },
      head: { ref: 'hotfix/cart' },
      labels: [{ name: 'bug' }],
    };
    const send = (overrides: object, action = 'closed') =>
      parse('pull_request', {
        action,
        repository: REPOSITORY,
        pull_request: { ...pull, ...overrides },
      });

    expect(send({}).drafts).toEqual([
      {
        kind: 'change',
        id: 'github:pull_request:shopkart/checkout:1851',
        source: 'github',
        at: '2026-11-20T14:20:00.000Z',
        sha: 'abcdef0123',
        repository: 'shopkart/checkout',
        mergedAt: '2026-11-20T14:20:00.000Z',
        number: '#1851',
        title: 'Revert "Cart entries in MessagePack"',
        url: 'https://github.com/shopkart/checkout/pull/1851',
        reverts: ['#1842', '#1840'],
        unplanned: true,
        identity: [{ type: 'repository', value: 'shopkart/checkout' }],
        sameAs: 'github:commit:shopkart/checkout:ABCDEF0123',
      },
    ]);
    expect(send({ merged: false, merged_at: null }).drafts).toEqual([]);
    expect(send({ base: { ref: 'release-1' } }).drafts).toEqual([]);
    expect(send({}, 'opened').drafts).toEqual([]);
  });

  it('reads the commits of a push to the main branch', () => {
    const commit = {
      id: 'C0FFEE',
      message: 'Revert "x"\n\nThis reverts commit 0123456789abcdef.',
      timestamp: '2026-11-20T15:10:00+02:00',
      url: 'https://github.com/shopkart/checkout/commit/c0ffee',
      added: ['services/checkout/src/a.ts', 'README.md'],
      modified: ['services/checkout/src/b.ts'],
    };
    const push = (ref: string, commits: unknown[] = [commit]) =>
      parse('push', { ref, repository: REPOSITORY, commits });

    expect(push('refs/heads/main')).toMatchObject({
      occurredAt: Date.UTC(2026, 10, 20, 13, 10),
      drafts: [
        {
          id: 'github:commit:shopkart/checkout:C0FFEE',
          sha: 'c0ffee',
          committedAt: '2026-11-20T13:10:00.000Z',
          title: 'Revert "x"',
          reverts: ['0123456789abcdef'],
          identity: [
            { type: 'repository', value: 'shopkart/checkout' },
            { type: 'path', value: '.' },
            { type: 'path', value: 'services/checkout/src' },
          ],
        },
      ],
    });
    expect(push('refs/heads/main').drafts[0]).toMatchObject({
      mergedAt: undefined,
    });
    expect(push('refs/heads/feature').drafts).toEqual([]);
    expect(push('refs/heads/main', [])).toMatchObject({
      drafts: [],
      notice: 'It brings no commit',
    });
  });

  it.each([
    [1_763_648_400, '2025-11-20T14:20:00.000Z'],
    ['2026-11-20T14:20:00Z', undefined],
    [-1, undefined],
    [undefined, undefined],
  ])('reads when a push was made from %p: %p', (pushedAt, mergedAt) => {
    const { drafts } = parse('push', {
      ref: 'refs/heads/main',
      repository: { ...REPOSITORY, pushed_at: pushedAt },
      commits: [
        {
          id: 'c0ffee',
          message: 'x',
          timestamp: '2025-11-01T15:10:00+02:00',
          url: 'https://github.com/shopkart/checkout/commit/c0ffee',
        },
      ],
    });
    expect(drafts).toEqual([
      expect.objectContaining({
        at: '2025-11-01T13:10:00.000Z',
        committedAt: '2025-11-01T13:10:00.000Z',
        mergedAt,
      }),
    ]);
  });

  describe('workflow runs', () => {
    const run = {
      id: 77,
      run_attempt: 2,
      name: 'Deploy',
      path: '.github/workflows/deploy.yaml',
      status: 'completed',
      conclusion: 'success',
      head_sha: 'ABC123',
      head_branch: 'v2.31.0',
      created_at: '2026-11-20T14:00:00Z',
      run_started_at: '2026-11-20T14:04:00Z',
      updated_at: '2026-11-20T14:09:00Z',
    };
    const send = (overrides: object = {}) =>
      parse('workflow_run', {
        repository: REPOSITORY,
        workflow_run: { ...run, ...overrides },
      });

    it('are deployments where app-config says so', () => {
      expect(send().drafts[0]).toMatchObject({
        id: 'github:workflow_run:77:2:succeeded',
        runId: 'github:workflow_run:77:2',
        environment: 'production',
        version: 'v2.31.0',
        startedAt: '2026-11-20T14:04:00.000Z',
        finishedAt: '2026-11-20T14:09:00.000Z',
        identity: expect.arrayContaining([
          { type: 'service', value: 'checkout' },
        ]),
      });
      expect(
        send({ name: 'x', path: '.github/workflows/stage.yaml' }).drafts[0],
      ).toMatchObject({ environment: 'staging' });
      expect(send({ name: 'Lint' })).toMatchObject({
        drafts: [],
        notice: expect.stringContaining('stability.webhooks.github.workflows'),
      });
    });

    it.each([
      ['completed', 'timed_out', 'failed'],
      ['completed', 'cancelled', 'canceled'],
      ['in_progress', null, 'started'],
      ['queued', null, 'queued'],
    ])('%s with conclusion %s are %s', (status, conclusion, phase) => {
      expect(send({ status, conclusion }).drafts[0]).toMatchObject({ phase });
    });

    it('of an unknown conclusion change nothing', () => {
      expect(send({ conclusion: 'neutral' })).toMatchObject({
        drafts: [],
        notice: "The conclusion 'neutral' changes nothing",
      });
    });
  });

  it('ignores the other events of GitHub', () => {
    expect(parse('star', { any: 'thing' })).toEqual({
      summary: 'star',
      drafts: [],
      notice: "GitHub's 'star' says nothing about deployments",
    });
  });

  it('knows a delivery by the id of GitHub, which is not signed, and its body', () => {
    const headers = { 'x-github-delivery': 'guid-1' };

    expect(sender.keyOf(delivery({}, headers))).toEqual({
      key: 'guid-1',
      dedupeBody: true,
    });
    expect(sender.keyOf(delivery({})).key).toMatch(/^[0-9a-f]{64}$/);
  });
});
