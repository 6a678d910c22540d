import { createMockDirectory } from '@backstage/backend-test-utils';
import { startForge } from '../__testUtils__/startForge';

type Started = Awaited<ReturnType<typeof startForge>>;

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('pull requests', () => {
  const directory = createMockDirectory();
  let started: Started;
  const place = '/repos/acme/ship';

  beforeEach(async () => {
    directory.clear();
    started = await startForge(directory.path);
    await started.fill('acme', 'ship', {
      'values.yaml': 'replicas: 3\ncpu: 500m\n',
      'deploy/run.sh': '#!/bin/sh\n',
    });
  });
  afterEach(() => started.stop());

  const contentOf = async (branch: string, path = 'values.yaml') => {
    const { body } = await started.send(
      'GET',
      `${place}/contents/${path}?ref=${encodeURIComponent(branch)}`,
    );
    return Buffer.from(body.content, 'base64').toString();
  };
  const shaOf = async (branch: string, path = 'values.yaml') => {
    const { body } = await started.send(
      'GET',
      `${place}/contents/${path}?ref=${encodeURIComponent(branch)}`,
    );
    return body.sha;
  };
  const change = async (content: string, options: object = {}) =>
    started.send('PUT', `${place}/contents/values.yaml`, {
      branch: 'main',
      message: 'Fewer replicas',
      content: base64(content),
      sha: await shaOf('main'),
      ...options,
    });
  const open = (head: string, title = 'Fewer replicas') =>
    started.send('POST', `${place}/pulls`, {
      base: 'main',
      head,
      title,
      body: 'Saves $19.38',
    });
  const page = async (path: string, options?: RequestInit) => {
    const response = await fetch(`${started.forge.url}${path}`, options);
    return { status: response.status, text: await response.text() };
  };

  it('are opened from a changed file, found, looked at and merged', async () => {
    const head = 'plimsoll/fewer';
    await change('replicas: 2\ncpu: 500m\n', { new_branch: head });
    expect(await contentOf(head)).toBe('replicas: 2\ncpu: 500m\n');
    expect(await contentOf('main')).toBe('replicas: 3\ncpu: 500m\n');

    const { status, body } = await open(head);

    expect([status, body.number, body.state]).toEqual([201, 1, 'open']);
    const found = await started.send(
      'GET',
      `${place}/pulls/main/${encodeURIComponent(head)}`,
    );
    expect(found.body.html_url).toBe(body.html_url);
    const shown = await page('/acme/ship/pulls/1');
    expect(shown.text).toContain('<span class="minus">-replicas: 3</span>');
    expect(shown.text).toContain('<span class="plus">+replicas: 2</span>');

    const merged = await started.send('POST', `${place}/pulls/1/merge`);

    expect(merged.body).toMatchObject({ state: 'closed', merged: true });
    expect(await contentOf('main')).toBe('replicas: 2\ncpu: 500m\n');
    expect((await started.send('POST', `${place}/pulls/1/merge`)).body).toEqual(
      merged.body,
    );
    expect((await page('/acme/ship/pulls')).text).toContain('merged');
  });

  it('keep what came onto the branch meanwhile', async () => {
    await change('replicas: 2\ncpu: 500m\n', { new_branch: 'fewer' });
    await open('fewer');
    await started.send('PUT', `${place}/contents/README.md`, {
      message: 'Read me',
      content: base64('# Ship\n'),
    });

    await started.send('POST', `${place}/pulls/1/merge`);

    expect(await contentOf('main', 'README.md')).toBe('# Ship\n');
    expect(await contentOf('main')).toContain('replicas: 2');
  });

  it('that meet at one place are not merged, and say where', async () => {
    await change('replicas: 2\ncpu: 500m\n', { new_branch: 'fewer' });
    await open('fewer');
    await change('replicas: 9\ncpu: 500m\n');

    const { status, body } = await started.send(
      'POST',
      `${place}/pulls/1/merge`,
    );

    expect(status).toBe(409);
    expect(body.message).toMatch(/both changed values\.yaml/);
    expect(await contentOf('main')).toContain('replicas: 9');
  });

  it('are one for one pair of branches, and none where nothing changes', async () => {
    await change('replicas: 2\n', { new_branch: 'fewer' });
    expect((await open('fewer')).status).toBe(201);
    expect((await open('fewer')).status).toBe(409);
    expect((await open('main')).status).toBe(400);
    expect((await open('nothing')).status).toBe(404);
    const asked = await started.send('GET', `${place}/pulls/main/other`);
    expect(asked.status).toBe(404);
  });

  it('get numbers of their own when many are opened at once', async () => {
    const heads = Array.from({ length: 8 }, (_, at) => `change-${at}`);
    for (const head of heads) {
      await change(`replicas: ${head.length}\n# ${head}\n`, {
        new_branch: head,
      });
    }

    const opened = await Promise.all(heads.map(head => open(head)));

    expect(opened.map(({ body }) => body.number).sort()).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
  });

  it('of two who change a file at once, one is told to read it again', async () => {
    const sha = await shaOf('main');
    const results = await Promise.all([
      change('replicas: 4\n', { sha }),
      change('replicas: 5\n', { sha }),
    ]);

    expect(results.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('begin with the first file of an empty repository', async () => {
    await started.send('POST', '/orgs/acme/repos', { name: 'new' });
    const file = '/repos/acme/new/contents/deploy/values.yaml';
    const content = base64('replicas: 1\n');
    const first = await started.send('PUT', file, { content });
    const again = await started.send('PUT', file, { content });

    expect([first.status, again.status]).toEqual([201, 409]);
    const { body } = await started.send('GET', file);
    expect(body.content).toBe(content);
  });

  it('keep the mode of a file, and refuse what is no file', async () => {
    const path = 'deploy/run.sh';
    await started.send('PUT', `${place}/contents/${path}`, {
      message: 'Run it',
      content: base64('#!/bin/sh\ntrue\n'),
      sha: await shaOf('main', path),
    });
    expect(await contentOf('main', path)).toContain('true');
    for (const hostile of [
      '..%2Fx',
      '.git/hooks/post-receive',
      'a%00b',
      'a//b',
    ]) {
      const { status } = await started.send(
        'PUT',
        `${place}/contents/${hostile}`,
        { message: 'x', content: base64('x') },
      );
      expect([hostile, status]).toEqual([hostile, 400]);
    }
  });

  it('are merged from their own page alone', async () => {
    await change('replicas: 2\n', { new_branch: 'fewer' });
    await open('fewer', '<script>alert(1)</script>');
    const merge = (origin?: string) =>
      page('/acme/ship/pulls/1/merge', {
        method: 'POST',
        headers: origin ? { origin } : {},
        redirect: 'manual',
      });

    expect((await merge()).status).toBe(403);
    expect((await merge('https://elsewhere.example')).status).toBe(403);
    expect(await contentOf('main')).toContain('replicas: 3');
    const { text } = await page('/acme/ship/pulls/1');
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('<script>');

    expect((await merge(started.forge.url)).status).toBe(303);
    expect(await contentOf('main')).toBe('replicas: 2\n');
  });
});
