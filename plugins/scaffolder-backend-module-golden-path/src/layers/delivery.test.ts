import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse, parseAllDocuments } from 'yaml';
import { findProgram } from '../__testUtils__/findProgram';
import { objectFaults } from '../__testUtils__/kubernetes/objectFaults';
import { leaveOut } from '../__testUtils__/leaveOut';
import { renderService } from '../__testUtils__/renderService';

const run = promisify(execFile);
const folders: string[] = [];
afterAll(() => folders.forEach(one => rmSync(one, { recursive: true })));

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'delivery-'));
  folders.push(folder);
  return folder;
}

describe('Argo CD', () => {
  it('follows the branch in staging, and waits for the pipeline in production', async () => {
    const { read, service } = await renderService({ stack: 'node' });
    const [staging, production] = ['staging', 'production'].map(environment =>
      parse(read(`deploy/argocd/${environment}.yaml`)),
    );
    expect(staging.spec.source).toMatchObject({
      repoURL: `${service.repository.url}.git`,
      path: 'chart',
      helm: {
        releaseName: 'gift-cards',
        valueFiles: ['values.yaml', 'values-staging.yaml'],
      },
    });
    expect(staging.spec.syncPolicy.automated).toEqual({
      prune: true,
      selfHeal: true,
    });
    expect(production.spec.syncPolicy).not.toHaveProperty('automated');
    // deleting the application does not delete what production runs
    expect(production.metadata).not.toHaveProperty('finalizers');
    expect(
      [staging, production].map(({ spec }) => spec.destination.namespace),
    ).toEqual(['gift-cards-staging', 'gift-cards']);
    expect(production.spec.syncPolicy.managedNamespaceMetadata.labels).toEqual(
      expect.objectContaining({
        'pod-security.kubernetes.io/enforce': 'restricted',
      }),
    );
  });
});

describe('chaos experiments', () => {
  it('break staging, and stop where the promise does not hold', async () => {
    const { read } = await renderService({
      stack: 'fastapi',
      chaos: true,
      strategy: 'rolling',
      errorRatePercent: 0.5,
    });
    const engines = ['pod-delete', 'network-latency'].map(name =>
      parse(read(`chaos/${name}.yaml`)),
    );
    for (const { spec } of engines) {
      expect(spec.appinfo).toEqual({
        appns: 'gift-cards-staging',
        applabel: 'app.kubernetes.io/name=gift-cards',
        appkind: 'deployment',
      });
      const [errors] = spec.experiments[0].spec.probe;
      expect(errors['promProbe/inputs'].comparator).toEqual({
        type: 'float',
        criteria: '<=',
        value: '0.005',
      });
      expect(errors.runProperties.stopOnFailure).toBe(true);
    }
    expect(engines.map(({ spec }) => spec.experiments[0].name)).toEqual([
      'pod-delete',
      'pod-network-latency',
    ]);
  });
});

const kubectl = findProgram('kubectl');
(kubectl ? describe : describe.skip)('kubectl kustomize', () => {
  it('puts the restore drill together, to every schema', async () => {
    const { folder } = await renderService({
      stack: 'fastapi',
      terraform: true,
    });
    const { stdout } = await run(kubectl!, [
      'kustomize',
      join(folder, 'chaos', 'restore-drill'),
    ]);
    const objects = parseAllDocuments(stdout).map(one => one.toJS());
    const faults = await Promise.all(objects.map(objectFaults));
    expect(faults.flat()).toEqual([]);
    const job = objects.find(({ kind }) => kind === 'CronJob');
    const scripts = objects.find(({ kind }) => kind === 'ConfigMap');
    const { volumes } = job.spec.jobTemplate.spec.template.spec;
    expect(volumes[0].configMap.name).toBe(scripts.metadata.name);
    expect(Object.keys(scripts.data).sort()).toEqual([
      'check.sh',
      'clean.sh',
      'copy.sh',
      'lib.sh',
      'restore.sh',
    ]);
    expect(job.spec.schedule).toBe('0 5 1 1,4,7,10 *');
  });
});

const terraform = findProgram('terraform');
const providers = findProviders();
if (terraform && providers) {
  describe('terraform', () => {
    it.each(['fastapi', 'spring-boot'] as const)(
      'finds the module of %s valid and tidy',
      async stack => {
        const { folder } = await renderService({ stack, terraform: true });
        const copy = temporary();
        cpSync(join(folder, 'terraform'), copy, { recursive: true });
        const { TF_CLI_CONFIG_FILE: _, ...env } = process.env;
        const call = (...args: string[]) =>
          run(terraform!, args, { cwd: copy, env });
        await call('fmt', '-check', '-diff');
        await call('init', '-backend=false', `-plugin-dir=${providers}`);
        const { stdout } = await call('validate', '-json');
        expect(JSON.parse(stdout)).toMatchObject({
          valid: true,
          warning_count: 0,
        });
      },
    );
  });
} else {
  leaveOut({
    what: 'terraform validate',
    reason: 'terraform or its AWS provider is not installed',
  });
}

/** A folder with the AWS provider, where somebody has put one. */
function findProviders(): string | undefined {
  return [
    '/opt',
    '/usr/local/share/terraform',
    '/usr/share/terraform',
    join(homedir(), '.terraform.d'),
  ]
    .filter(existsSync)
    .flatMap(place => readdirSync(place).map(name => join(place, name)))
    .find(folder =>
      existsSync(join(folder, 'registry.terraform.io', 'hashicorp', 'aws')),
    );
}
