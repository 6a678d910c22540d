import { execFile } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createTestDatabases } from '@plimsoll/plugin-database/testUtils';
import {
  readLock,
  type UpdateFile,
  type UpdateOffer,
  type UpdatePreview,
} from '@plimsoll/plugin-golden-path-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { openGoldenPathDatabase } from '../database/GoldenPathDatabase';
import { startUpdatePortal, TEMPLATE } from './__testUtils__/startUpdatePortal';

const git = promisify(execFile);
const TEMPLATES = resolve(__dirname, '../../../../templates');
const NAME = 'gift-cards';
const API = `/api/golden-path/updates/component/default/${NAME}`;
const REF = `component:default/${NAME}`;
const CONTAINER = 'component/default/gift-cards';

describe('updates of a service', () => {
  const databases = createTestDatabases({ open: openGoldenPathDatabase });
  const network = setupServer();
  const directory = createMockDirectory();
  // the portal and the forge are asked for real
  beforeAll(() => network.listen({ onUnhandledRequest: 'bypass' }));
  beforeEach(() => directory.clear());
  afterEach(() => network.resetHandlers());
  afterAll(() => network.close());

  const edit = (file: string, change: (text: string) => string) => {
    const before = readFileSync(file, 'utf8');
    const after = change(before);
    expect([file, after === before]).toEqual([file, false]);
    writeFileSync(file, after);
  };

  /** As a platform team would release it. */
  function release(templates: string) {
    const layer = (path: string) => join(templates, 'layers', path);
    edit(join(templates, 'node-service.yaml'), text =>
      text.replace('&version 1.0.0', '&version 1.1.0'),
    );
    writeFileSync(
      join(templates, 'versions.yaml'),
      'versions:\n  - version: 1.1.0\n    changes: [Images are signed twice]\n',
    );
    edit(layer('stacks/node/Dockerfile'), text =>
      text.replace('EXPOSE 8080', 'EXPOSE 8080/tcp'),
    );
    edit(layer('chart/values.yaml.njk'), text =>
      text.replace("tag: ''", "tag: '' # set by the pipeline"),
    );
    edit(
      layer('base/.editorconfig'),
      text => `${text}\n[*.rs]\nindent_size = 4\n`,
    );
    edit(layer('chart/README.md'), text => `${text}\nNew in 1.1.0.\n`);
    edit(layer('base/mkdocs.yml.njk'), text => `${text}# new\n`);
    edit(layer('pipelines/shared/ci/lib.sh'), text => `${text}# new\n`);
    edit(layer('base/docs/post-incident.md'), text => `${text}\nNew.\n`);
    writeFileSync(layer('base/SECURITY.md'), 'Tell us.\n');
    writeFileSync(layer('pipelines/shared/ci/sign-twice.sh'), '#!/bin/sh\n');
    chmodSync(layer('pipelines/shared/ci/sign-twice.sh'), 0o755);
    rmSync(layer('stacks/node/.prettierignore'));
    rmSync(layer('stacks/shared/renovate.json'));
  }

  /** As the team of the service would. */
  function work(folder: string) {
    const place = (path: string) => join(folder, path);
    // the same line as the template's
    edit(place('Dockerfile'), text =>
      text.replace('EXPOSE 8080', 'EXPOSE 9090'),
    );
    // lines elsewhere
    appendFileSync(place('chart/values.yaml'), '\n# ours\nours: true\n');
    rmSync(place('.editorconfig'));
    mkdirSync(place('docs/chart'));
    renameSync(place('chart/README.md'), place('docs/chart/README.md'));
    edit(place('ci/lib.sh'), text => `# ours\n${text}`);
    edit(place('renovate.json'), text => text.replace('{', '{\n  "ours": 1,'));
    edit(place('mkdocs.yml'), text => text.replaceAll('\n', '\r\n'));
    edit(place('src/main.ts'), text => `// ours\n${text}`);
    writeFileSync(place('OURS.md'), 'Ours alone\n');
  }

  it.each(databases.ids)(
    'are merged, shown and delivered without a loss, %s',
    async id => {
      const templates = directory.resolve('templates');
      cpSync(join(TEMPLATES, 'golden-path'), templates, { recursive: true });
      mkdirSync(directory.resolve('portal'));
      const portal = await startUpdatePortal({
        directory: directory.resolve('portal'),
        templates,
        updateTemplate: join(TEMPLATES, 'golden-path-update/template.yaml'),
        database: await databases.service(id),
      });
      const { get, post, scheduler, denied, ended } = portal;
      const offer = async (): Promise<UpdateOffer> => (await get(API)).body;
      const clone = async (name: string, branch = 'main') => {
        const folder = directory.resolve(name);
        await git(
          'git',
          ['clone', '-q', '-b', branch, portal.gitUrl(NAME), folder],
          { env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' } },
        );
        return folder;
      };

      const made = await portal.create(NAME);
      expect([made.status, made.log]).toEqual(['completed', made.log]);
      await portal.entity(CONTAINER);
      expect(await offer()).toMatchObject({
        state: 'unknown',
        why: 'template-not-read',
        version: '1.0.0',
      });
      await scheduler.triggerTask('golden-path-template-versions');
      expect(await offer()).toMatchObject({
        state: 'current',
        newest: '1.0.0',
        changes: [],
      });
      const early = await post(`${API}/deliver`, {});
      expect([early.status, early.body.error.message]).toEqual([
        409,
        expect.stringContaining('no newer template'),
      ]);

      const team = await clone('team');
      work(team);
      const inTeam = (...args: string[]) => git('git', args, { cwd: team });
      await inTeam('add', '-A');
      await inTeam(
        ...['-c', 'user.name=Ada', '-c', 'user.email=ada@shopkart.example'],
        ...['commit', '-qm', 'Our work'],
      );
      await inTeam('push', '-q', 'origin', 'main');
      release(templates);
      await post('/api/catalog/refresh', { entityRef: TEMPLATE });
      await portal.entity(
        'template/default/node-service',
        ({ metadata }) =>
          metadata.annotations['backstage.io/template-version'] === '1.1.0',
      );
      await scheduler.triggerTask('golden-path-template-versions');

      expect(await offer()).toMatchObject({
        state: 'available',
        version: '1.0.0',
        newest: '1.1.0',
        template: { name: 'node-service' },
        changes: [{ version: '1.1.0', changes: ['Images are signed twice'] }],
      });
      const { templates: adopted } = (await get('/api/golden-path/adoption'))
        .body;
      expect(adopted).toEqual([
        expect.objectContaining({
          ref: TEMPLATE,
          newest: '1.1.0',
          versions: [
            { version: '1.1.0', services: 0, isNewest: true },
            { version: '1.0.0', services: 1, isNewest: false },
          ],
          services: 1,
          behind: 1,
          unknown: 0,
          open: [expect.objectContaining({ state: 'available' })],
        }),
      ]);

      const previewed = await post(`${API}/preview`, {});
      expect([previewed.status, previewed.body.error]).toEqual([
        200,
        undefined,
      ]);
      const preview: UpdatePreview = previewed.body;
      const short = ({ path, outcome, reason, movedTo }: UpdateFile) =>
        [path, outcome, reason ?? movedTo].filter(Boolean).join(' ');
      // the version stands in catalog-info.yaml, too
      expect(preview.files.map(short)).toEqual([
        '.editorconfig keep deleted-by-team',
        '.prettierignore remove',
        'Dockerfile conflict same-lines',
        'SECURITY.md add',
        'catalog-info.yaml update',
        'chart/README.md keep deleted-by-team',
        'chart/values.yaml merge',
        'ci/lib.sh conflict managed',
        'ci/sign-twice.sh add',
        'docs/post-incident.md keep once',
        'mkdocs.yml merge',
        'renovate.json keep deleted-by-template',
      ]);
      expect(preview.counts).toEqual({
        add: 2,
        update: 1,
        merge: 2,
        remove: 1,
        keep: 4,
        conflict: 2,
      });
      expect(preview.notes).toEqual([]);
      expect(preview.files).toContainEqual(
        expect.objectContaining({
          path: 'chart/README.md',
          movedTo: 'docs/chart/README.md',
          templateDiff: expect.stringContaining('+New in 1.1.0.'),
        }),
      );
      const dockerfile = preview.files.find(
        ({ path }) => path === 'Dockerfile',
      );
      expect(dockerfile?.templateDiff).toContain(
        '-EXPOSE 8080\n+EXPOSE 8080/tcp',
      );
      expect(dockerfile?.diff).toBeUndefined();

      for (const [permission, path] of [
        ['golden-path.update.read', ''],
        [`golden-path.update.create ${REF}`, '/preview'],
        [`golden-path.update.create ${REF}`, '/merge'],
        [`golden-path.update.create ${REF}`, '/deliver'],
        [`golden-path.update.create ${REF}`, '/opened'],
      ]) {
        denied.add(permission);
        const body =
          path === '/opened' ? { version: '1.1.0', url: 'http://x/' } : {};
        const { status } = path
          ? await post(`${API}${path}`, body)
          : await get(API);
        expect([path, status]).toEqual([path, 403]);
        denied.clear();
      }
      for (const [path, body, status] of [
        ['/opened', { version: '1.1.0', url: 'http://elsewhere/pulls/1' }, 400],
        ['/preview', { version: '9.9.9' }, 404],
        ['/preview', { version: '../..' }, 400],
        ['/preview', { other: 1 }, 400],
      ] as const) {
        const answer = await post(`${API}${path}`, body);
        expect([path, body, answer.status]).toEqual([path, body, status]);
      }

      const delivered = await post(`${API}/deliver`, {});
      expect(delivered.body.error).toBeUndefined();
      const task = await ended(delivered.body.taskId);
      expect([task.status, task.log]).toEqual(['completed', task.log]);
      const url = `${portal.forge.url}/shopkart/${NAME}/pulls/1`;
      expect(task.output.links).toContainEqual({ title: 'Pull request', url });
      expect(await offer()).toMatchObject({
        state: 'open',
        pullRequest: { url, state: 'open', version: '1.1.0' },
      });

      const branch = await clone(
        'branch',
        'golden-path/gift-cards/node-service-v1.1.0',
      );
      const read = (path: string) => readFileSync(join(branch, path), 'utf8');
      // nothing of the team's is lost
      expect(read('OURS.md')).toBe('Ours alone\n');
      expect(read('src/main.ts')).toMatch(/^\/\/ ours\n/);
      expect(read('Dockerfile')).toContain('EXPOSE 9090');
      expect(read('Dockerfile')).not.toContain('<<<<');
      expect(read('ci/lib.sh')).toMatch(/^# ours\n/);
      expect(read('renovate.json')).toContain('"ours": 1');
      expect(existsSync(join(branch, '.editorconfig'))).toBe(false);
      expect(read('docs/post-incident.md')).not.toContain('New.');
      // what could be merged is
      expect(read('chart/values.yaml')).toContain(
        "tag: '' # set by the pipeline",
      );
      expect(read('chart/values.yaml')).toContain('ours: true');
      // it may have been moved, or be the team's own
      expect(read('docs/chart/README.md')).not.toContain('New in 1.1.0.');
      expect(existsSync(join(branch, 'chart/README.md'))).toBe(false);
      expect(read('mkdocs.yml')).toMatch(/\r\n# new\r\n$/);
      expect(read('SECURITY.md')).toBe('Tell us.\n');
      expect(statSync(join(branch, 'ci/sign-twice.sh')).mode % 2).toBe(1);
      expect(existsSync(join(branch, '.prettierignore'))).toBe(false);
      // conflicts are shown
      expect(read('.plimsoll/from-template/Dockerfile')).toContain(
        'EXPOSE 8080/tcp',
      );
      expect(read('.plimsoll/from-template/ci/lib.sh')).toMatch(/# new\n$/);
      const lock = readLock(read('.plimsoll/lock.yaml'));
      expect(lock?.template.version).toBe('1.1.0');
      expect(lock?.files['ci/sign-twice.sh']).toMatchObject({
        mode: '100755',
        policy: 'managed',
      });
      const { stdout } = await git('git', ['log', '--format=%s', '-2'], {
        cwd: branch,
      });
      expect(stdout).toBe(`Bring ${NAME} to node-service 1.1.0\nOur work\n`);
      const pull = (await (
        await fetch(`${portal.forge.url}/api/v1/repos/shopkart/${NAME}/pulls/1`)
      ).json()) as { body: string };
      expect(pull.body).toContain('- Images are signed twice');
      expect(pull.body).toContain(
        '| `Dockerfile` | to decide: yours stays, the template’s lies beside it: both changed the same lines |',
      );
      expect(pull.body).toContain('+EXPOSE 8080/tcp');

      // said again it is the same one
      const again = await post(`${API}/deliver`, {});
      expect(again.body).toEqual({
        offer: expect.objectContaining({ state: 'open' }),
      });

      // a closed one is not offered again, until somebody asks for it
      network.use(
        http.get(`*/api/v1/repos/shopkart/${NAME}/pulls/1`, () =>
          HttpResponse.json({ state: 'closed', merged: false }),
        ),
      );
      await scheduler.triggerTask('golden-path-update-pull-requests');
      expect((await offer()).state).toBe('snoozed');
      network.resetHandlers();
      const asked = await post(`${API}/deliver`, {});
      const second = await ended(asked.body.taskId);
      expect([second.status, second.output.links]).toEqual([
        'completed',
        task.output.links,
      ]);
      expect((await offer()).state).toBe('open');

      // what a service was not made by is not found
      for (const other of [
        '/api/golden-path/updates/group/default/loyalty',
        '/api/golden-path/updates/component/default/nothing',
      ]) {
        expect((await get(other)).status).toBe(404);
      }

      // merged, it is up to date
      await git('git', ['fetch', '-q'], { cwd: team });
      await inTeam(
        ...['-c', 'user.name=Ada', '-c', 'user.email=ada@shopkart.example'],
        ...['merge', '-q', '--no-ff', '-m', 'Update'],
        'origin/golden-path/gift-cards/node-service-v1.1.0',
      );
      await inTeam('push', '-q', 'origin', 'main');
      await post('/api/catalog/refresh', { entityRef: REF });
      await portal.entity(
        CONTAINER,
        ({ metadata }) =>
          metadata.annotations['backstage.io/template-version'] === '1.1.0',
      );
      expect((await offer()).state).toBe('current');
      const done = await post(`${API}/preview`, {});
      expect([done.status, done.body.error.message]).toEqual([
        409,
        'The repository was written by node-service 1.1.0 already',
      ]);
      await portal.stop();
    },
  );
});
