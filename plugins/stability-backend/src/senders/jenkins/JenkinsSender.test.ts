import { delivery, RECEIVED_AT } from '../__testUtils__/delivery';
import { documentedBlock } from '../__testUtils__/documented';
import { JenkinsSender } from './JenkinsSender';
import { repositoryOf } from './repositoryOf';

const STARTED = Date.UTC(2026, 10, 20, 14, 5, 2);

const BUILD = {
  name: 'checkout-deploy',
  environment: 'production',
  service: 'component:default/checkout',
  version: 'v2.31.0',
  build: {
    full_url: 'https://ci.example.com/job/checkout-deploy/77/',
    number: 77,
    phase: 'COMPLETED',
    status: 'SUCCESS',
    timestamp: STARTED,
    duration: 209_000,
    scm: {
      url: 'https://github.com/shopkart/checkout.git',
      branch: 'origin/main',
      commit: 'ABC123',
    },
  },
};

describe('JenkinsSender', () => {
  const sender = JenkinsSender.create();
  const parse = (overrides: object = {}, build: object = {}) =>
    sender.parse(
      delivery({ ...BUILD, ...overrides, build: { ...BUILD.build, ...build } }),
    );

  it('reads a build that deployed', () => {
    expect(parse()).toEqual({
      summary: 'build success',
      occurredAt: STARTED + 209_000,
      drafts: [
        {
          kind: 'deployment',
          id: 'jenkins:https://ci.example.com/job/checkout-deploy/77/:succeeded',
          source: 'jenkins',
          at: '2026-11-20T14:08:31.000Z',
          runId: 'jenkins:https://ci.example.com/job/checkout-deploy/77/',
          environment: 'production',
          phase: 'succeeded',
          version: 'v2.31.0',
          commitSha: 'abc123',
          startedAt: '2026-11-20T14:05:02.000Z',
          finishedAt: '2026-11-20T14:08:31.000Z',
          url: 'https://ci.example.com/job/checkout-deploy/77/',
          identity: [
            { type: 'service', value: 'component:default/checkout' },
            { type: 'job', value: 'checkout-deploy' },
            { type: 'repository', value: 'shopkart/checkout' },
            { type: 'environment', value: 'production' },
          ],
        },
      ],
    });
  });

  it('the documented step sends the keys that are read', () => {
    const step = documentedBlock('groovy', 'httpRequest');

    expect(step).toContain('/api/stability/webhooks/jenkins');
    const keys = [
      ...step.matchAll(/(\w+): (?:env|currentBuild|'|status|phase|\[)/g),
    ];
    expect(keys.map(([, key]) => key)).toEqual(
      expect.arrayContaining([
        ...Object.keys(BUILD),
        ...Object.keys(BUILD.build),
        ...Object.keys(BUILD.build.scm),
      ]),
    );
  });

  it('takes COMPLETED and FINALIZED for one step', () => {
    const [completed] = parse().drafts;
    const [finalized] = parse({}, { phase: 'FINALIZED' }).drafts;

    expect(finalized).toEqual(completed);
  });

  it.each([
    ['COMPLETED', 'FAILURE', 'failed'],
    ['COMPLETED', 'UNSTABLE', 'succeeded'],
    ['FINALIZED', 'ABORTED', 'canceled'],
    ['COMPLETED', 'NOT_BUILT', 'canceled'],
  ])('%s %s is %s', (phase, status, expected) => {
    expect(parse({}, { phase, status }).drafts[0]).toMatchObject({
      phase: expected,
    });
  });

  it('knows when it started, and takes the time of receipt for an unknown end', () => {
    expect(
      parse({}, { phase: 'STARTED', status: null, duration: 0 }).drafts[0],
    ).toMatchObject({ phase: 'started', at: '2026-11-20T14:05:02.000Z' });
    expect(parse({}, { duration: 0 }).occurredAt).toBe(RECEIVED_AT);
    expect(
      parse({}, { phase: 'STARTED', timestamp: undefined }).drafts[0],
    ).toMatchObject({ at: '2026-11-20T15:00:00.000Z', startedAt: undefined });
  });

  it('says rollbacks and fixes where the pipeline does', () => {
    expect(parse({ rollback: true, hotfix: true }).drafts[0]).toMatchObject({
      rollback: true,
      unplanned: true,
    });
  });

  it('leaves builds alone that deploy nowhere or go on', () => {
    expect(parse({ environment: '' })).toMatchObject({
      drafts: [],
      notice: 'It names no environment, so it is no deployment',
    });
    expect(parse({}, { phase: 'QUEUED', status: null }).drafts).toEqual([]);
  });
});

describe('repositoryOf', () => {
  it.each([
    ['https://github.com/shop/checkout.git', 'shop/checkout'],
    [
      'ssh://git@gitlab.example.com:22/group/sub/checkout',
      'group/sub/checkout',
    ],
    ['git@gitlab.com:shop/checkout.git', 'shop/checkout'],
    ['', undefined],
    ['https://example.com/', undefined],
  ])('%s is %s', (url, repository) => {
    expect(repositoryOf(url)).toBe(repository);
  });
});
