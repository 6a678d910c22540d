import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import type { Validator } from './Validator';

const run = promisify(execFile);
const PATH = '.gitlab-ci.yml';
/** Answers by text, but for the service's name. */
const answers = new Map<string, Promise<string[]>>();

/** GitLab's pipeline: by gitlab-ci-local, and by our own rules. */
export const gitlabPipeline: Validator = {
  name: 'has a GitLab pipeline that its linter and our rules find nothing in',
  async validate({ service, files, read, folder }) {
    const has = files.some(({ path }) => path === PATH);
    if (service.pipeline !== 'gitlab') {
      return has ? [`${PATH}: nobody asked for it`] : [];
    }
    const text = read(PATH);
    const key = text.replaceAll(service.name, 'NAME');
    const answer = answers.get(key) ?? lint(folder);
    answers.set(key, answer);
    return [...(await answer), ...gitlabFaults(text)];
  },
};

/** What gitlab-ci-local finds: GitLab's schema, and names that lead nowhere. */
async function lint(folder: string): Promise<string[]> {
  // it wants a repository with a remote, and leaves files behind
  const repository = mkdtempSync(join(tmpdir(), 'gitlab-'));
  try {
    copyFileSync(join(folder, PATH), join(repository, PATH));
    const git = (...args: string[]) => run('git', ['-C', repository, ...args]);
    await git('init', '--quiet', '--initial-branch', 'main');
    await git('remote', 'add', 'origin', 'git@gitlab.com:shopkart/service.git');
    await git('config', 'user.name', 'test');
    await git('config', 'user.email', 'test@shopkart.example');
    await git('add', '.');
    await git('commit', '--quiet', '--no-gpg-sign', '--message', 'Pipeline');
    const program = join(
      dirname(require.resolve('gitlab-ci-local/package.json')),
      'dist/index.js',
    );
    await run(process.execPath, [program, '--list'], {
      cwd: repository,
      env: { ...process.env, HOME: repository },
    });
    return [];
  } catch (error) {
    const { stderr, stdout, message } = error as {
      stderr?: string;
      stdout?: string;
      message: string;
    };
    return [`${PATH}: ${stderr?.trim() || stdout?.trim() || message}`];
  } finally {
    rmSync(repository, { recursive: true, force: true });
  }
}

interface Job {
  extends?: string | string[];
  script?: string[];
  after_script?: string[];
  resource_group?: string;
  interruptible?: boolean;
  timeout?: string;
  rules?: Array<{ when?: string; allow_failure?: boolean }>;
}

/** What our rules find in the text of a pipeline. */
export function gitlabFaults(text: string): string[] {
  const { workflow, default: defaults, ...rest } = parse(text);
  const jobs: Record<string, Job> = rest;
  const deploying = Object.entries(jobs).filter(([, { script }]) =>
    script?.some(line => line.startsWith('ci/deploy.sh')),
  );
  const production = jobs.production ?? {};
  const approval = production.rules?.[0];
  return [
    ...(workflow?.rules ? [] : ['workflow: has no rules']),
    ...(defaults?.timeout ? [] : ['default: has no timeout']),
    ...deploying.flatMap(([name, job]) => {
      const { interruptible } = inherited(jobs, job);
      return [
        ...(job.resource_group ? [] : [`${name}: two may deploy at once`]),
        ...(interruptible === false ? [] : [`${name}: may be interrupted`]),
        ...(job.after_script?.some(line => line.startsWith('ci/rollback.sh'))
          ? []
          : [`${name}: takes nothing back`]),
      ];
    }),
    ...(deploying.length === 2 ? [] : ['staging or production is missing']),
    ...(production.script?.[0] === 'ci/gate.sh'
      ? []
      : ['production: does not ask the gate first']),
    ...(approval?.when === 'manual' && approval.allow_failure === false
      ? []
      : ['production: nobody approves it']),
  ];
}

function inherited(jobs: Record<string, Job>, job: Job): Job {
  const parents = [job.extends ?? []].flat().map(name => jobs[name]);
  return Object.assign({}, ...parents, job);
}
