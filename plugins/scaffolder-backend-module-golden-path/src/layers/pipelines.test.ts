import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  gitlabFaults,
  gitlabPipeline,
} from '../__testUtils__/validators/gitlabPipeline';
import { workflowFaults } from '../__testUtils__/validators/githubWorkflow';
import { jenkinsFaults } from '../__testUtils__/validators/jenkinsfile';
import {
  type RenderedService,
  renderService,
} from '../__testUtils__/renderService';

const FILES = {
  github: '.github/workflows/pipeline.yaml',
  gitlab: '.gitlab-ci.yml',
  jenkins: 'Jenkinsfile',
} as const;
type Pipeline = keyof typeof FILES;

/** What runs before an image is built, in any order. */
const CHECKS = [
  'stack.sh install',
  'stack.sh lint',
  'stack.sh test',
  'stack.sh coverage',
  'sonar.sh',
  'scan-secrets.sh',
  'scan-dependencies.sh',
  'check-slo.sh',
  'check-chart.sh',
];
/** What follows, in this order. */
const RELEASE = [
  'registry-login.sh',
  'build-image.sh',
  'scan-image.sh',
  'sign-image.sh',
  'publish-image.sh',
  'deploy.sh staging',
  'wait-for-rollout.sh staging',
  'smoke-test.sh staging',
  'finish-release.sh staging',
  'rollback.sh staging',
  'load-test.sh',
  'gate.sh',
  'deploy.sh production',
  'wait-for-rollout.sh production',
  'smoke-test.sh production',
  'finish-release.sh production',
  'rollback.sh production',
];
/** What the portal is told besides deployments. */
const EVENTS = [
  'send-event.sh pipelinerun.started',
  'send-event.sh pipelinerun.finished',
];

describe('pipelines', () => {
  const rendered = {} as Record<Pipeline, RenderedService>;

  beforeAll(async () => {
    rendered.github = await renderService({
      stack: 'node',
      pipeline: 'github',
    });
    rendered.gitlab = await renderService({
      stack: 'fastapi',
      pipeline: 'gitlab',
    });
    rendered.jenkins = await renderService({
      stack: 'spring-boot',
      pipeline: 'jenkins',
    });
  });

  const textOf = (pipeline: Pipeline) =>
    rendered[pipeline].read(FILES[pipeline]);

  /** Scripts that a pipeline calls, in the order of its text. */
  function callsIn(pipeline: Pipeline): string[] {
    return [
      ...textOf(pipeline).matchAll(/ci\/([\w-]+\.sh)((?: [\w.-]+)*)/g),
    ].map(
      ([, script, args]) =>
        // Jenkins runs the targets in the image of the language
        `${script.replace('toolchain.sh', 'stack.sh')}${args}`,
    );
  }

  describe.each(Object.keys(FILES) as Pipeline[])('%s', pipeline => {
    it('has every stage, and those of the release in their order', () => {
      const calls = callsIn(pipeline);

      expect(calls).toEqual(expect.arrayContaining([...CHECKS, ...RELEASE]));
      const release = calls.filter(call => RELEASE.includes(call));
      expect(release).toEqual(RELEASE);
      for (const event of EVENTS) {
        expect(calls.some(call => call.startsWith(event))).toBe(true);
      }
    });

    it('calls scripts that are there and can be run', () => {
      const { files } = rendered[pipeline];
      const called = new Set(
        [...textOf(pipeline).matchAll(/ci\/[\w-]+\.sh/g)].map(([path]) => path),
      );

      expect(
        [...called].filter(
          path => files.find(file => file.path === path)?.mode !== '100755',
        ),
      ).toEqual([]);
    });

    it('brings the files of no other CI system', () => {
      const { files } = rendered[pipeline];
      const others = Object.values(FILES).filter(
        path => path !== FILES[pipeline],
      );

      expect(
        files.filter(({ path }) => others.includes(path as never)),
      ).toEqual([]);
    });
  });

  it('takes the same image of a language in GitLab as in Jenkins', async () => {
    const { read } = rendered.gitlab;

    expect(textOf('gitlab')).toContain(
      `image: python:${read('.python-version').trim()}-slim`,
    );
    expect(rendered.jenkins.read('ci/toolchain.sh')).toContain(
      'maven:3.9-eclipse-temurin-$(cat .java-version)',
    );
    const spring = await renderService({
      stack: 'spring-boot',
      pipeline: 'gitlab',
    });
    expect(spring.read('.gitlab-ci.yml')).toContain(
      `image: maven:3.9-eclipse-temurin-${spring.read('.java-version').trim()}`,
    );
    const node = await renderService({ stack: 'node', pipeline: 'gitlab' });
    expect(node.read('.gitlab-ci.yml')).toContain(
      `image: node:${node.read('.node-version').trim()}-slim`,
    );
  });

  describe('our rules for GitHub Actions', () => {
    it.each([
      ['contents: read\n\n#', 'contents: write\n\n#', /may do more than read/],
      ['    timeout-minutes: 90\n', '', /production: has no timeout/],
      ['      id-token: write', '      packages: write', /writes packages/],
      [
        'cancel-in-progress: false\n    # approval',
        'cancel-in-progress: true\n    # approval',
        /production: a deployment may be ended/,
      ],
      [
        '      - name: Rollback\n        if: ${{ !success() }}',
        '      - name: Rollback',
        /does not end with a rollback/,
      ],
      ['run: ci/gate.sh', 'run: ci/sonar.sh', /before it asks the gate/],
      [
        'persist-credentials: false',
        'persist-credentials: true',
        /leaves its credentials/,
      ],
      [/@[0-9a-f]{40} # v7.0.1/, '@v7', /actions\/checkout@v7: is not pinned/],
      [
        '"$OUTCOME"',
        '"${{ github.event.head_commit.message }}"',
        /expression into run/,
      ],
      [
        '      DEPLOY_WITH: ${{ vars.DEPLOY_WITH }}',
        '      PLIMSOLL_TOKEN: ${{ secrets.PLIMSOLL_TOKEN }}',
        /every step of it sees a secret/,
      ],
    ])('find what is wrong where %p is %p', (from, to, fault) => {
      const text = textOf('github');
      const changed = text.replace(from, () => to);

      expect(workflowFaults(text)).toEqual([]);
      expect(changed).not.toBe(text);
      expect(workflowFaults(changed).join('\n')).toMatch(fault);
    });
  });

  describe('our rules for GitLab', () => {
    it.each([
      ['  resource_group: production\n', '', /two may deploy/],
      ['  interruptible: false\n  timeout: 2 hours', '', /may be interrupted/],
      [
        '    - ci/rollback.sh production',
        '    - ci/sonar.sh',
        /takes nothing back/,
      ],
      ['    - ci/gate.sh\n', '', /does not ask the gate/],
      ['      when: manual\n', '', /nobody approves/],
      ['      allow_failure: false\n', '', /nobody approves/],
    ])('find what is wrong without %p', (from, to, fault) => {
      const text = textOf('gitlab');
      const changed = text.replace(from, to);

      expect(gitlabFaults(text)).toEqual([]);
      expect(changed).not.toBe(text);
      expect(gitlabFaults(changed).join('\n')).toMatch(fault);
    });

    it('know by the linter which names lead nowhere', async () => {
      const service = rendered.gitlab;
      const text = textOf('gitlab').replace('needs: [staging]', 'needs: [no]');
      const folder = mkdtempSync(join(tmpdir(), 'wrong-'));
      writeFileSync(join(folder, FILES.gitlab), text);
      const wrong = { ...service, folder, read: () => text };

      expect(await gitlabPipeline.validate(service)).toEqual([]);
      expect(String(await gitlabPipeline.validate(wrong))).toContain(
        'needs: [no] for load test could not be found',
      );
      rmSync(folder, { recursive: true });
    });
  });

  describe('our rules for Jenkins', () => {
    it.each([
      ['agent none', 'agent any', /agent is kept/],
      ['    disableConcurrentBuilds()\n', '', /lacks disableConcurrentBuilds/],
      ["stage('Lint')", "stagez('Lint')", /no section 'stagez'/],
      [
        "stage('Lint') {\n          steps",
        "stage('Lint') {\n          stepz",
        /no section 'stepz'/,
      ],
      [
        "sh 'ci/gate.sh'",
        'sh "ci/gate.sh ${env.X}"',
        /Groovy would put values/,
      ],
      ['        unsuccessful {', '        success {', /takes nothing back/],
      [
        "      when { branch 'main' }\n      options { timeout(time: 12",
        '      agent any\n      options { timeout(time: 12',
        /waits for the approval/,
      ],
      [
        "options { timeout(time: 45, unit: 'MINUTES') }",
        '',
        /Staging.*has no timeout/,
      ],
      [/\}\s*$/, '', /never closed/],
      [/$/, '}', /closes nothing/],
    ])('find what is wrong where %p is %p', (from, to, fault) => {
      const text = textOf('jenkins');
      const changed = text.replace(from, () => to);

      expect(jenkinsFaults(text)).toEqual([]);
      expect(changed).not.toBe(text);
      expect(jenkinsFaults(changed).join('\n')).toMatch(fault);
    });
  });
});
