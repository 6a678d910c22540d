import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { createPublishGiteaAction } from '@backstage/plugin-scaffolder-backend-module-gitea';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { request as httpRequest } from 'node:http';
import { gitIn } from '../__testUtils__/gitIn';
import { startForge } from '../__testUtils__/startForge';
import { LocalForge } from './LocalForge';

type Started = Awaited<ReturnType<typeof startForge>>;

/** Answer to a request that names the host as it likes. */
function statusFor(options: { port: string; path: string; host: string }) {
  const { port, path, host } = options;
  return new Promise<number>((resolve, reject) => {
    httpRequest(
      { port, host: '127.0.0.1', path, headers: { host } },
      answer => {
        answer.resume();
        resolve(answer.statusCode!);
      },
    )
      .on('error', reject)
      .end();
  });
}

describe('LocalForge', () => {
  const directory = createMockDirectory();
  const workspace = createMockDirectory();
  let started: Started;

  beforeEach(async () => {
    directory.clear();
    workspace.setContent({
      'catalog-info.yaml': 'kind: Component\n',
      docs: { 'index.md': '# Ship\n' },
    });
    started = await startForge(directory.path);
  });
  afterEach(() => started.stop());

  /** Publishes the workspace as a template does, with the stock action. */
  async function publish(repo: string): Promise<Record<string, string>> {
    const { config, integrations, host } = started;
    const output = jest.fn();
    await createPublishGiteaAction({ config, integrations }).handler({
      ...createMockActionContext({
        input: { repoUrl: `${host}?owner=acme&repo=${repo}`, description: 'x' },
        workspacePath: workspace.path,
        logger: mockServices.logger.mock(),
      }),
      output,
    });
    return Object.fromEntries(output.mock.calls);
  }

  const page = async (path: string) => {
    const response = await fetch(`${started.forge.url}${path}`);
    return { status: response.status, text: await response.text() };
  };

  it('takes what the stock action publishes, and gives it to git and to the portal', async () => {
    const { forge, config } = started;

    const { remoteUrl, repoContentsUrl, commitHash } = await publish('ship');

    expect(remoteUrl).toBe(`${forge.url}/acme/ship.git`);
    const git = gitIn(workspace.path);
    await git('clone', '--quiet', remoteUrl, 'cloned');
    expect(await git('-C', 'cloned', 'rev-parse', 'HEAD')).toBe(commitHash);
    expect(await git('-C', 'cloned', 'ls-files')).toBe(
      'catalog-info.yaml\ndocs/index.md',
    );
    const reader = UrlReaders.default({
      config,
      logger: mockServices.logger.mock(),
    });
    const file = await reader.readUrl(`${repoContentsUrl}catalog-info.yaml`);
    expect((await file.buffer()).toString()).toBe('kind: Component\n');
    const tree = await reader.readTree(`${repoContentsUrl}docs`);
    expect((await tree.files()).map(({ path }) => path)).toEqual(['index.md']);
    expect(tree.etag).toBe(commitHash);
    await expect(
      reader.readUrl(`${repoContentsUrl}nothing.yaml`),
    ).rejects.toThrow('404');
  });

  it('does not publish twice under one name, and keeps what there was', async () => {
    const { remoteUrl, commitHash } = await publish('ship');

    await expect(publish('ship')).rejects.toThrow(
      /409 .*There is a repository acme\/ship already/,
    );

    const git = gitIn(workspace.path);
    expect(await git('ls-remote', remoteUrl, 'refs/heads/main')).toBe(
      `${commitHash}\trefs/heads/main`,
    );
  });

  it('takes pushes of git with the password alone', async () => {
    const { git } = await started.fill('acme', 'ship', { 'a.txt': 'one\n' });
    const { forge, host } = started;
    for (const url of [
      `${forge.url}/acme/ship.git`,
      `http://dev:wrong@${host}/acme/ship.git`,
    ]) {
      await expect(git('push', url, 'main:other')).rejects.toThrow(
        /Authentication failed|could not read Username/,
      );
    }
    await git(
      'push',
      '--quiet',
      started.gitUrl('/acme/ship.git'),
      'main:other',
    );
    expect((await page('/acme/ship/src/branch/other/a.txt')).text).toContain(
      'one',
    );
  });

  it('changes nothing over its API without the password', async () => {
    const { forge } = started;
    const response = await fetch(`${forge.url}/api/v1/orgs/acme/repos`, {
      method: 'POST',
      body: '{"name":"ship"}',
      headers: { 'content-type': 'application/json' },
    });

    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic /);
    expect((await page('/acme/ship')).status).toBe(404);
  });

  it('hands out no file of git itself', async () => {
    await started.fill('acme', 'ship', { 'a.txt': 'one\n' });
    for (const path of [
      '/acme/ship.git/config',
      '/acme/ship.git/objects/info/packs',
      '/acme/ship.git/../ship.git/config',
      '/acme/..%2Facme%2Fship.git/info/refs?service=git-upload-pack',
      '/acme/ship/src/branch/main/..%2F..%2Fconfig',
      '/api/v1/repos/acme/ship/contents/..%2Fconfig',
      '/api/v1/repos/acme/ship/contents/.git/config',
      '/api/v1/repos/acme/..%2Fship/contents/a.txt',
      '/api/v1/repos/acme/ship/contents/a.txt?ref=--output=x',
    ]) {
      const { status, text } = await page(path);
      expect([path, status === 400 || status === 404]).toEqual([path, true]);
      expect(text).not.toMatch(/bare = true|refs\/heads/);
    }
  });

  it('answers by no name but that of the loopback interface', async () => {
    const { port } = new URL(started.forge.url);
    const path = '/api/v1/version';
    const ask = (host: string) => statusFor({ port, path, host });

    expect(await ask(`localhost:${port}`)).toBe(200);
    expect(await ask(`127.0.0.1:${port}`)).toBe(200);
    expect(await ask('rebound.example')).toBe(403);
    expect(await ask(`localhost.rebound.example:${port}`)).toBe(403);
  });

  it('does not run in production', async () => {
    await expect(
      LocalForge.start({
        directory: directory.path,
        port: 0,
        username: 'dev',
        password: 'x',
        environment: 'production',
      }),
    ).rejects.toThrow(/for development .*name your own forge/);
  });

  it('says so when its port is taken', async () => {
    const { port } = new URL(started.forge.url);
    await expect(
      LocalForge.start({
        directory: directory.path,
        port: Number(port),
        username: 'dev',
        password: 'x',
      }),
    ).rejects.toThrow('EADDRINUSE');
  });

  it('keeps repositories when it is started again', async () => {
    await publish('ship');
    await started.stop();
    started = await startForge(directory.path);

    expect((await page('/')).text).toContain('href="/acme/ship"');
  });
});
