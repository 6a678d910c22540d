import { fakeCluster, PREVIOUS } from '../__testUtils__/fakeCluster';
import { FakePortal } from '../__testUtils__/fakePortal';
import {
  describeScripts,
  workshopForEach,
} from '../__testUtils__/describeScripts';
import type { PipelineWorkshop } from '../__testUtils__/pipelineWorkshop';

const DIGEST = `sha256:${'7'.repeat(64)}`;
const RELEASE = 'reports/release-production.json';

describeScripts('a release', () => {
  let workshop: PipelineWorkshop;
  let portal: FakePortal;

  workshopForEach(made => {
    workshop = made;
  });
  beforeEach(async () => {
    portal = await FakePortal.start(() => ({ status: 202, body: {} }));
  });
  afterEach(() => portal.stop());

  const run = (command: string, env: NodeJS.ProcessEnv = {}) =>
    workshop.run(command, {
      PORTAL_API_URL: portal.url,
      PLIMSOLL_TOKEN: 'pipeline-token',
      IMAGE_DIGEST: DIGEST,
      ...env,
    });
  const told = () =>
    portal.requests.map(({ body }) => {
      const { type, data } = JSON.parse(body);
      return [type.split('.')[3], data.customData.outcome];
    });

  describe('deploy.sh', () => {
    it('upgrades to this digest, and writes down what ran before', async () => {
      fakeCluster({ workshop, states: ['rollout.going'] });
      const { code } = await run('deploy.sh production');

      expect(code).toBe(0);
      expect(workshop.calls('helm').at(-1)).toBe(
        'helm upgrade gift-cards chart --install --server-side=false ' +
          '--namespace gift-cards --values chart/values-production.yaml ' +
          '--set-string image.tag=a1b2c3d4e5f6 ' +
          `--set-string image.digest=${DIGEST} --history-max 10`,
      );
      expect(workshop.json(RELEASE)).toMatchObject({
        previousRevision: '4',
        previousVersion: PREVIOUS.version,
        previousDigest: PREVIOUS.digest,
        version: 'a1b2c3d4e5f6',
        digest: DIGEST,
        event: 'service.upgraded',
        startedAt: '2026-11-22T09:00:00Z',
      });
      expect(told()).toEqual([['upgraded', 'started']]);
    });

    it('deploys a first version, to staging under its own name', async () => {
      fakeCluster({
        workshop,
        states: ['rollout.going'],
        released: false,
      });
      const { code } = await run('deploy.sh staging');

      expect(code).toBe(0);
      expect(workshop.calls('helm').at(-1)).toContain(
        '--namespace gift-cards-staging --values chart/values-staging.yaml',
      );
      expect(told()).toEqual([['deployed', 'started']]);
    });

    it('asks Helm 3 for nothing that only Helm 4 knows', async () => {
      fakeCluster({ workshop, states: ['rollout.going'], helm: 'v3.22.0' });
      const { code } = await run('deploy.sh production');
      await run('rollback.sh production');

      expect(code).toBe(0);
      expect(workshop.calls('helm').join()).toContain('helm rollback');
      expect(workshop.calls('helm').join()).not.toContain('--server-side');
    });

    it('lets Argo CD sync this commit with this digest', async () => {
      workshop.program(
        'argocd',
        `[ "$2" != get ] || echo '${JSON.stringify({
          spec: {
            source: {
              helm: {
                parameters: [
                  { name: 'image.tag', value: PREVIOUS.version },
                  { name: 'image.digest', value: PREVIOUS.digest },
                ],
              },
            },
          },
          status: { sync: { revision: 'c0ffee' } },
        })}'`,
      );
      const { code } = await run('deploy.sh production', {
        DEPLOY_WITH: 'argocd',
      });

      expect(code).toBe(0);
      expect(workshop.calls('argocd').slice(1)).toEqual([
        'argocd app set gift-cards-production --grpc-web ' +
          '--revision a1b2c3d4e5f60718293a4b5c6d7e8f9012345678 ' +
          '--helm-set-string image.tag=a1b2c3d4e5f6 ' +
          `--helm-set-string image.digest=${DIGEST}`,
        'argocd app sync gift-cards-production --grpc-web --async',
      ]);
      expect(workshop.json(RELEASE)).toMatchObject({
        previousRevision: 'c0ffee',
        previousDigest: PREVIOUS.digest,
      });
    });

    it('changes nothing where the cluster cannot be asked what runs', async () => {
      workshop.program('helm', 'exit 1');
      const { code } = await run('deploy.sh production');

      expect(code).not.toBe(0);
      expect(workshop.calls('helm')).toHaveLength(1);
      expect(told()).toEqual([]);
    });

    it.each([
      ['deploy.sh production', { IMAGE_DIGEST: 'sha256:1' }, 65, 'No digest'],
      ['deploy.sh production', { IMAGE_DIGEST: '' }, 65, 'No digest'],
      ['deploy.sh prod', {}, 64, 'staging|production'],
      ['deploy.sh', {}, 64, 'staging|production'],
      ['deploy.sh staging', { DEPLOY_WITH: 'ftp' }, 64, "'ftp'"],
    ])('refuses %s with %j', async (command, env, code, sentence) => {
      fakeCluster({ workshop, states: ['rollout.going'] });
      const end = await run(command, env);

      expect(end.code).toBe(code);
      expect(end.stderr).toContain(sentence);
      expect(told()).toEqual([]);
    });
  });

  describe('wait-for-rollout.sh', () => {
    it.each([
      ['rollout.unseen', 'rollout.going', 'rollout.done'],
      ['deployment.unseen', 'deployment.going', 'deployment.done'],
      ['deployment.going', 'deployment.old-left', 'deployment.done'],
    ] as const)('waits from %s over %s to %s', async (...states) => {
      fakeCluster({ workshop, states: [...states] });
      const { code, stdout } = await run('wait-for-rollout.sh production');

      expect(code).toBe(0);
      expect(stdout).toContain('runs everywhere in production after 10 s');
    });

    it.each([
      ['rollout.aborted', 'Metric "errors" assessed Failed'],
      ['deployment.stuck', '1 of 3 pods are new'],
    ] as const)('says why the cluster gave up: %s', async (state, why) => {
      fakeCluster({ workshop, states: [state] });
      const { code, stderr } = await run('wait-for-rollout.sh production');

      expect(code).toBe(1);
      expect(stderr).toContain(why);
    });

    it('waits for a cluster that does not answer at once, and not for ever', async () => {
      workshop.program('kubectl', 'exit 1');
      const { code, stderr } = await run('wait-for-rollout.sh production 60');

      expect(code).toBe(2);
      expect(stderr).toContain('not done after 60 s (limit 60 s)');
      expect(stderr).toContain('the cluster does not answer');
    });
  });

  describe('rollback.sh', () => {
    async function deployed(
      states: Parameters<typeof fakeCluster>[0]['states'],
      rest: Partial<Parameters<typeof fakeCluster>[0]> = {},
    ) {
      fakeCluster({ workshop, states, ...rest });
      await run('deploy.sh production');
      return run('wait-for-rollout.sh production');
    }

    it('goes back within the limit, and says how far the version came', async () => {
      expect(
        await deployed(['rollout.going', 'rollout.aborted']),
      ).toMatchObject({
        code: 1,
      });
      const { code, stdout } = await run('rollback.sh production');

      expect(code).toBe(0);
      expect(stdout).toContain(
        `${PREVIOUS.version} runs again in production after 0 s (limit 180 s)`,
      );
      expect(workshop.calls('helm').at(-1)).toBe(
        'helm rollback gift-cards 4 --namespace gift-cards --server-side=false',
      );
      expect(workshop.calls('kubectl')).toContainEqual(
        expect.stringContaining('{"status":{"promoteFull":true}}'),
      );
      expect(told()).toEqual([
        ['upgraded', 'started'],
        ['upgraded', 'aborted'],
        ['rolledback', 'succeeded'],
      ]);
      const [, aborted, back] = portal.requests.map(({ body }) =>
        JSON.parse(body),
      );
      expect(aborted.data.customData).toMatchObject({
        trafficPercent: 10,
        version: 'a1b2c3d4e5f6',
      });
      expect(back.data.customData).toMatchObject({
        version: PREVIOUS.version,
        rollback: true,
      });
      expect(back.data.subject.content.artifactId).toBe(
        `pkg:oci/gift-cards@${encodeURIComponent(PREVIOUS.digest)}` +
          '?repository_url=registry.shopkart.example%2Fgift-cards' +
          `&tag=${PREVIOUS.version}`,
      );
    });

    it('calls a version failed that had all of the traffic', async () => {
      await deployed(['rollout.going', 'rollout.done'], {
        afterRollback: 'rollout.going',
      });
      await run('rollback.sh production');

      expect(told()[1]).toEqual(['upgraded', 'failed']);
      expect(workshop.json(RELEASE)).toMatchObject({
        trafficPercent: '10',
        rolledOutAt: '2026-11-22T09:00:05Z',
        rollbackSeconds: '180',
      });
    });

    it('fails after 180 s where the old version does not come back', async () => {
      await deployed(['deployment.stuck'], {
        afterRollback: 'deployment.going',
      });
      const { code, stderr } = await run('rollback.sh production');

      expect(code).toBe(2);
      expect(stderr).toContain('after 180 s (limit 180 s)');
      expect(stderr).toContain('docs/runbook.md');
      expect(told().slice(1)).toEqual([
        ['upgraded', 'failed'],
        ['rolledback', 'failed'],
      ]);
    });

    it('is not held up by a portal that is down', async () => {
      await deployed(['rollout.going', 'rollout.aborted']);
      const { url } = portal;
      await portal.stop();
      const { code, stdout, stderr } = await workshop.run(
        'rollback.sh production',
        { PORTAL_API_URL: url },
      );

      expect(code).toBe(0);
      expect(stdout).toContain('after 0 s (limit 180 s)');
      expect(stderr).toContain('was not told of service.rolledback');
    });

    it('says that a first version has nothing to go back to', async () => {
      await deployed(['rollout.aborted'], { released: false });
      const { code, stderr } = await run('rollback.sh production');

      expect(code).toBe(1);
      expect(stderr).toContain('had no version before this one');
      expect(workshop.calls('helm').join()).not.toContain('helm rollback');
      expect(told().at(-1)).toEqual(['deployed', 'failed']);
    });

    it('leaves alone what was never deployed, and what is good', async () => {
      const before = await run('rollback.sh production');
      expect(before).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('Nothing was deployed'),
      });

      await deployed(['rollout.done']);
      await run('finish-release.sh production');
      const after = await run('rollback.sh production');
      expect(after).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('was good'),
      });
      expect(workshop.calls('helm').join()).not.toContain('helm rollback');
      expect(told()).toEqual([
        ['upgraded', 'started'],
        ['upgraded', 'succeeded'],
      ]);
    });

    it('leaves alone what an earlier run left behind on the same machine', async () => {
      await deployed(['rollout.aborted']);
      const { code, stdout } = await run('rollback.sh production', {
        GITHUB_RUN_ID: '4712',
      });

      expect(code).toBe(0);
      expect(stdout).toContain(
        'Nothing was deployed to production in this run',
      );
      expect(workshop.calls('helm').join()).not.toContain('helm rollback');
    });

    it('goes back with Argo CD to commit, version and digest', async () => {
      workshop.write(
        RELEASE,
        JSON.stringify({
          id: '4711-1-production',
          event: 'service.upgraded',
          version: 'new',
          previousRevision: 'c0ffee',
          previousVersion: PREVIOUS.version,
          previousDigest: PREVIOUS.digest,
        }),
      );
      fakeCluster({ workshop, states: ['rollout.done'] });
      workshop.program('argocd', ':');
      const { code } = await run('rollback.sh production', {
        DEPLOY_WITH: 'argocd',
      });

      expect(code).toBe(0);
      expect(workshop.calls('argocd')).toEqual([
        'argocd app set gift-cards-production --grpc-web --revision c0ffee ' +
          `--helm-set-string image.tag=${PREVIOUS.version} ` +
          `--helm-set-string image.digest=${PREVIOUS.digest}`,
        'argocd app sync gift-cards-production --grpc-web --async',
      ]);
    });
  });
});
