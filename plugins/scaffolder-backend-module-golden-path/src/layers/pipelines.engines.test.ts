import { FakePortal } from '../__testUtils__/fakePortal';
import {
  describeScripts,
  workshopForEach,
} from '../__testUtils__/describeScripts';
import type { PipelineWorkshop } from '../__testUtils__/pipelineWorkshop';

const DIGEST = `sha256:${'7'.repeat(64)}`;
/** Notes what it got on standard input, and the variables that it can see. */
const DOCKER = [
  'case "$*" in',
  '*"buildx build"*"--metadata-file"*)',
  `  echo '{"containerimage.digest":"${DIGEST}"}' >reports/build.json ;;`,
  '*imagetools*inspect*) echo "{}" ;;',
  '"run --detach"*) echo store-of-the-tests ;;',
  'login*) cat >login ;;',
  'esac',
].join('\n');

const CASES = [
  {
    pipeline: 'github',
    stack: 'node',
    issuer: 'https://token.actions.githubusercontent.com',
    identity: '^https://github.com/shopkart/gift-cards/\\.github/workflows/',
    run: {
      id: '4711-1',
      uri: 'https://github.com/shopkart/gift-cards/actions/runs/4711',
      name: 'pipeline',
    },
  },
  {
    pipeline: 'gitlab',
    stack: 'fastapi',
    issuer: 'https://gitlab.com',
    identity: '^https://gitlab.com/shopkart/gift-cards//\\.gitlab-ci\\.yml@',
    run: {
      id: '4711',
      uri: 'https://gitlab.com/shopkart/gift-cards/-/pipelines/4711',
      name: 'shopkart/gift-cards pipeline',
    },
  },
  {
    pipeline: 'jenkins',
    stack: 'fastapi',
    issuer: 'https://jenkins.shopkart.example/oidc',
    identity: '^https://jenkins.shopkart.example/job/gift-cards/',
    run: {
      id: 'jenkins-gift-cards-main-4711',
      uri: 'https://jenkins.shopkart.example/job/gift-cards/4711/',
      name: 'gift-cards/main',
    },
  },
] as const;

describeScripts('scripts', () => {
  describe.each(CASES)(
    'in $pipeline',
    ({ pipeline, stack, issuer, identity, run }) => {
      let workshop: PipelineWorkshop;

      workshopForEach(
        made => {
          workshop = made;
          workshop.program('docker', DOCKER);
        },
        { stack, pipeline },
      );

      it('tell the portal which run it is, and show its identity', async () => {
        const portal = await FakePortal.start(() => ({
          status: 202,
          body: {},
        }));
        const { code } = await workshop.run(
          'send-event.sh pipelinerun.finished failure',
          { PORTAL_API_URL: portal.url, PLIMSOLL_ID_TOKEN: 'signed.by.ci' },
        );
        await portal.stop();

        expect(code).toBe(0);
        const [{ body, contentType, authorization }] = portal.requests;
        expect(contentType).toBe('application/cloudevents+json');
        // GitHub's run asks for its token, the others are given one
        expect(authorization).toBe(
          pipeline === 'github' ? undefined : 'Bearer signed.by.ci',
        );
        expect(JSON.parse(body)).toMatchObject({
          specversion: '1.0',
          type: 'dev.cdevents.pipelinerun.finished.0.3.0',
          data: {
            context: { specversion: '0.5.1', chainId: run.id },
            subject: {
              id: run.id,
              content: {
                pipelineName: run.name,
                uri: run.uri,
                outcome: 'failure',
              },
            },
          },
        });
      });

      it('build by digest, scan and sign that digest, and only then tag it', async () => {
        const ends = [];
        for (const script of [
          'build-image.sh',
          'scan-image.sh',
          'sign-image.sh',
          'publish-image.sh',
        ]) {
          ends.push(await workshop.run(script));
        }

        expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
        expect(workshop.json('reports/image.json')).toEqual({
          repository: 'registry.shopkart.example/gift-cards',
          version: 'a1b2c3d4e5f6',
          revision: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
          digest: DIGEST,
        });
        const image = `registry.shopkart.example/gift-cards@${DIGEST}`;
        const calls = workshop
          .calls('docker')
          .filter(call => !/inspect/.test(call));
        expect(calls[0]).toContain('--provenance mode=max --sbom true');
        expect(calls[0]).toContain('push-by-digest=true');
        expect(calls[0]).not.toContain('--tag');
        expect(calls[1]).toMatch(
          /^docker run --rm .*--entrypoint trivy \S+:[\d.]+ image .*--exit-code 1/,
        );
        expect(calls[1].endsWith(image)).toBe(true);
        expect(calls[2]).toMatch(/--entrypoint cosign \S+ sign --yes /);
        expect(calls[2].endsWith(image)).toBe(true);
        expect(calls[3]).toContain(
          `verify --certificate-oidc-issuer ${issuer} ` +
            `--certificate-identity-regexp ${identity} ${image}`,
        );
        expect(calls[4]).toBe(
          'docker buildx imagetools create --tag ' +
            `registry.shopkart.example/gift-cards:a1b2c3d4e5f6 ${image}`,
        );
      });

      it('push nothing for a pull request', async () => {
        const { code } = await workshop.run('build-image.sh --check');

        expect(code).toBe(0);
        expect(workshop.calls('docker').join()).not.toMatch(
          /push=true|cache-to/,
        );
      });

      it('give a tool no more of the environment than it needs', async () => {
        const { code } = await workshop.run('sonar.sh', {
          SONAR_TOKEN: 'of-sonar',
          PLIMSOLL_TOKEN: 'of-the-portal',
        });

        expect(code).toBe(0);
        const [call] = workshop.calls('docker');
        expect(call).toContain('--env SONAR_TOKEN ');
        expect(call).not.toMatch(/of-sonar|PLIMSOLL/);
        expect(call).toContain('-Dsonar.qualitygate.wait=true');
      });

      it('use a program of the job where there is one', async () => {
        workshop.program('k6', ':');
        const { code } = await workshop.run('load-test.sh');

        expect(code).toBe(0);
        expect(workshop.calls('docker')).toEqual([]);
        expect(workshop.calls('k6')).toEqual([
          'k6 run --summary-export reports/load-test.json load-test/load.ts',
        ]);
      });

      it('sign in to the registry without the password in the list of processes', async () => {
        const { code } = await workshop.run('registry-login.sh', {
          REGISTRY_USERNAME: 'pipeline',
          REGISTRY_PASSWORD: 'of-the-registry',
        });

        expect(code).toBe(0);
        expect(workshop.read('login')).toBe('of-the-registry');
        expect(workshop.calls('docker')).toEqual([
          'docker login registry.shopkart.example --username pipeline --password-stdin',
        ]);
        expect(await workshop.run('registry-login.sh')).toMatchObject({
          stderr: expect.stringContaining('REGISTRY_USERNAME'),
        });
      });

      it('name what a job lacks before anything happens', async () => {
        const { code, stderr } = await workshop.run('cluster-login.sh', {
          KUBECONFIG: 'not-there',
        });

        expect(code).toBe(69);
        expect(stderr).toContain("cluster-login.sh needs 'aws'");
      });

      if (pipeline === 'jenkins') {
        it('bring the data store for the tests, and take it away again', async () => {
          workshop.write('.python-version', '3.13\n');
          const { code } = await workshop.run('toolchain.sh coverage');

          expect(code).toBe(0);
          const calls = workshop.calls('docker');
          const network = 'ci-jenkins-gift-cards-main-4711';
          expect(calls[0]).toBe(`docker network create ${network}`);
          expect(calls[1]).toContain(
            `--network ${network} --network-alias redis`,
          );
          expect(calls.at(-3)).toMatch(
            new RegExp(
              `^docker run --network ${network} --env REDIS_URL=redis://redis:6379/0 ` +
                '.* python:3.13-slim ci/stack.sh coverage$',
            ),
          );
          expect(calls.slice(-2)).toEqual([
            'docker rm --force store-of-the-tests',
            `docker network rm ${network}`,
          ]);
        });

        it('run other targets without one', async () => {
          workshop.write('.python-version', '3.13\n');
          await workshop.run('toolchain.sh lint');

          expect(workshop.calls('docker')).toEqual([
            expect.stringMatching(/python:3.13-slim ci\/stack.sh lint$/),
          ]);
        });
      }
    },
  );
});
