import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { readLock, STACKS } from '@plimsoll/plugin-golden-path-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  type CreatePortal,
  startCreatePortal,
} from './__testUtils__/startCreatePortal';

const git = promisify(execFile);

describe('create service', () => {
  const network = setupServer();
  const directory = createMockDirectory();
  let portal: CreatePortal;

  beforeAll(async () => {
    // the portal and the forge are asked for real
    network.listen({ onUnhandledRequest: 'bypass' });
    portal = await startCreatePortal({ directory: directory.path });
  });
  afterEach(() => network.resetHandlers());
  afterAll(async () => {
    await portal.stop();
    network.close();
  });

  /** Clones a service, without the settings of who runs the tests. */
  async function clone(name: string): Promise<string> {
    const folder = directory.resolve(`clone-${name}`);
    await git('git', ['clone', '--quiet', portal.gitUrl(name), folder], {
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
    });
    return folder;
  }

  async function headOf(name: string): Promise<string> {
    const { stdout } = await git('git', [
      'ls-remote',
      portal.gitUrl(name),
      'main',
    ]);
    return stdout.trim();
  }

  it.each(STACKS)(
    'makes a %s service, and again what is there',
    async stack => {
      const name = `gift-cards-${stack}`;
      const answers = {
        stack,
        name,
        description: `"Gift" cards: 100 % of #${stack}`,
        dependsOn: ['component:default/session-api'],
      };
      const first = await portal.create(answers);
      expect([first.status, first.log]).toEqual([
        'completed',
        expect.anything(),
      ]);
      expect(first.output.links).toEqual([
        expect.objectContaining({
          title: 'The service',
          entityRef: `component:default/${name}`,
        }),
        {
          title: 'Its repository',
          url: `${portal.forge.url}/shopkart/${name}`,
        },
        expect.objectContaining({ title: 'Its runbook' }),
      ]);
      const texts = first.output.text?.map(({ title }) => title);
      expect(texts).toEqual([
        'What it promises',
        'What was checked',
        'What to do next',
      ]);
      expect(JSON.stringify(first.output)).not.toMatch(/\$\{\{|undefined|NaN/);

      const folder = await clone(name);
      const lock = readLock(
        readFileSync(`${folder}/.plimsoll/lock.yaml`, 'utf8'),
      );
      expect(lock?.answers).toMatchObject({ name, tier: 2, terraform: true });
      const { stdout } = await git('git', ['ls-files', '--stage'], {
        cwd: folder,
      });
      // what git has is what the lock knows, modes included
      const kept = stdout
        .trim()
        .split('\n')
        .map(line => [line.split('\t')[1], line.slice(0, 6)])
        .filter(([path]) => path !== '.plimsoll/lock.yaml');
      expect(Object.fromEntries(kept)).toEqual(
        Object.fromEntries(
          Object.entries(lock?.files ?? {}).map(([path, { mode }]) => [
            path,
            mode,
          ]),
        ),
      );
      expect(await portal.entity(name)).toMatchObject({
        metadata: { description: answers.description },
        spec: { owner: 'group:default/loyalty' },
      });

      // sent again by somebody who did not see the end
      const head = await headOf(name);
      const second = await portal.create(answers);
      expect([second.status, second.log]).toEqual([
        'completed',
        expect.stringContaining('was made by an earlier try'),
      ]);
      expect(second.output.text?.map(({ title }) => title)).toContain(
        'It was there already',
      );
      expect(await headOf(name)).toBe(head);

      // another answer would be another service
      const other = await portal.create({ ...answers, tier: 1 });
      expect(other.status).toBe('failed');
      expect(other.log).toContain(
        `repoUrl: the repository ${portal.forge.url}/shopkart/${name} exists and was made with other answers (tier); choose another name`,
      );
      expect(other.log).toContain('Nothing was made, and nothing was changed');
      expect(await headOf(name)).toBe(head);
    },
  );

  it('shows in a dry run what it would make, and makes nothing', async () => {
    const before = await portal.repositories();
    const { status, files, output } = await portal.dryRun({
      stack: 'node',
      name: 'dry-cards',
    });
    expect([status, output]).toEqual([
      200,
      expect.objectContaining({ text: expect.anything() }),
    ]);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        'catalog-info.yaml',
        'chart/Chart.yaml',
        'chart/alerts/slo.yaml',
        'slo/objectives.yaml',
      ]),
    );
    expect(readLock(files['.plimsoll/lock.yaml'])?.answers).toMatchObject({
      name: 'dry-cards',
    });
    expect(await portal.repositories()).toEqual(before);
  });

  it('takes neither the name nor the repository of somebody else', async () => {
    const name = await portal.create({ stack: 'node', name: 'session-api' });
    expect(name.status).toBe('failed');
    expect(name.log).toContain(
      'name: the catalog has component:default/session-api already',
    );
    const { host } = new URL(portal.forge.url);
    const repository = await portal.create({
      stack: 'node',
      name: 'other-cards',
      repoUrl: `${host}?owner=shopkart&repo=gift-cards-fastapi`,
    });
    expect(repository.status).toBe('failed');
    expect(repository.log).toContain(
      'exists and was not made by node-service; choose another one',
    );
  });

  it('says what exists after a failure, and goes on from there', async () => {
    network.use(
      http.post('*/shopkart/half-cards.git/git-receive-pack', () =>
        HttpResponse.text('Read only', { status: 403 }),
      ),
    );
    const failed = await portal.create({ stack: 'node', name: 'half-cards' });
    expect(failed.status).toBe('failed');
    expect(failed.log).toContain(
      `The repository ${portal.forge.url}/shopkart/half-cards exists and is empty; the catalog does not know it. To go on, mend what the step that failed says, and send the form again with the same answers: it will be filled.`,
    );
    network.resetHandlers();
    const again = await portal.create({ stack: 'node', name: 'half-cards' });
    expect([again.status, again.log]).toEqual([
      'completed',
      expect.stringContaining('as an earlier try has left it'),
    ]);
    await portal.entity('half-cards');
    const { stdout } = await git('git', ['ls-files'], {
      cwd: await clone('half-cards'),
    });
    expect(stdout).toContain('catalog-info.yaml');
  });

  it('makes nothing where nothing can be made', async () => {
    network.use(
      http.post('*/api/v1/orgs/shopkart/repos', () =>
        HttpResponse.json({ message: 'No more room' }, { status: 500 }),
      ),
    );
    const failed = await portal.create({ stack: 'node', name: 'no-cards' });
    expect(failed.status).toBe('failed');
    expect(failed.log).toContain(
      `Nothing was made: ${portal.forge.url}/shopkart/no-cards does not exist.`,
    );
    expect(await portal.repositories()).not.toContain('no-cards');
  });

  it('needs an owner, a system and services that are there', async () => {
    const { log } = await portal.create({
      stack: 'node',
      name: 'lost-cards',
      owner: 'group:default/nobody',
      system: 'system:default/nothing',
      dependsOn: ['component:default/nowhere'],
    });
    expect(log).toContain(
      'owner: the catalog has no group:default/nobody, or you may not see it; system: the catalog has no system:default/nothing, or you may not see it; dependsOn.0: the catalog has no component:default/nowhere',
    );
    expect(log).toContain('Nothing was made. Mend the fields');
    expect(await portal.repositories()).not.toContain('lost-cards');
  });

  const hostile: unknown[] = [
    `'"`,
    'a\nb: c',
    '../../etc/passwd',
    '${{ secrets.TOKEN }}',
    '{{ .Values.x }}',
    '{% if true %}',
    'x'.repeat(10_240),
  ];
  const fields = [
    ...['name', 'description', 'owner', 'system', 'tier', 'lifecycle'],
    ...['dependsOn', 'availability', 'latencyP95Ms', 'latencyP99Ms'],
    ...['errorRatePercent', 'pagerdutyService', 'slackChannel', 'email'],
    ...['pipeline', 'strategy', 'minReplicas', 'maxReplicas', 'terraform'],
    ...['chaos', 'repoUrl'],
  ];
  it.each(fields)(
    'refuses hostile values of %s, and writes nothing',
    async field => {
      const before = [await portal.repositories(), await portal.tasks()];
      for (const value of hostile) {
        // in prose these harm nobody: whoever writes it down escapes it
        if (
          field === 'description' &&
          [`'"`, hostile[2]].includes(value as string)
        ) {
          continue;
        }
        for (const sent of field === 'dependsOn' ? [value, [value]] : [value]) {
          const { status, errors } = await portal.create({
            stack: 'fastapi',
            name: 'evil-cards',
            [field]: sent,
          });
          expect([status, JSON.stringify(sent).slice(0, 40)]).toEqual([
            '400',
            expect.anything(),
          ]);
          expect(errors.map(({ property }) => property)).toContainEqual(
            expect.stringMatching(
              new RegExp(`^instance\\.${field}(\\[0\\])?$`),
            ),
          );
        }
      }
      expect([await portal.repositories(), await portal.tasks()]).toEqual(
        before,
      );
    },
  );

  it('refuses numbers beyond their bounds', async () => {
    for (const [field, value] of [
      ['availability', 99.999],
      ['availability', 94],
      ['errorRatePercent', 0],
      ['errorRatePercent', 100],
      ['minReplicas', 0],
      ['maxReplicas', 1e9],
      ['tier', 4],
      ['latencyP95Ms', 450],
    ] as const) {
      const { status, errors } = await portal.create({
        stack: 'node',
        name: 'evil-cards',
        [field]: value,
      });
      expect([field, status]).toEqual([field, '400']);
      expect(errors[0].property).toBe(`instance.${field}`);
    }
    // what no page can compare is compared by the first step
    const { log } = await portal.create({
      stack: 'node',
      name: 'evil-cards',
      minReplicas: 9,
      maxReplicas: 2,
    });
    expect(log).toContain('maxReplicas: must be at least minReplicas, 9');
    expect(await portal.repositories()).not.toContain('evil-cards');
  });
});
