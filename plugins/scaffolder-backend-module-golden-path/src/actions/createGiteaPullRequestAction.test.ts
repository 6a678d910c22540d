import {
  createMockDirectory,
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createGiteaPullRequestAction } from './createGiteaPullRequestAction';

const BASE = 'http://gitea.example/api/v1/repos/acme/ship';
const nothing = () => new HttpResponse(null, { status: 404 });

describe('goldenpath:gitea-pull-request', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const workspace = createMockDirectory({
    content: { deploy: { 'values.yaml': 'a: ü\n' } },
  });
  const action = createGiteaPullRequestAction({
    integrations: ScmIntegrations.fromConfig(
      mockServices.rootConfig({
        data: {
          integrations: {
            gitea: [
              {
                host: 'gitea.example',
                baseUrl: 'http://gitea.example',
                username: 'dev',
                password: 'secret',
              },
            ],
          },
        },
      }),
    ),
  });

  async function run(isDryRun = false, host = 'gitea.example') {
    const context = createMockActionContext({
      workspacePath: workspace.path,
      input: {
        repoUrl: `${host}?owner=acme&repo=ship`,
        file: 'deploy/values.yaml',
        targetBranchName: 'main',
        branchName: 'plimsoll/1',
        title: 'Right-size ship',
        description: 'Why',
      },
    });
    const output = jest.fn();
    await action.handler({ ...context, isDryRun, output } as never);
    return output.mock.calls;
  }

  /** Answers as Gitea does, and notes what was sent. */
  function gitea(state: { branch: boolean; open: boolean }) {
    const sent: unknown[] = [];
    const note = async (request: Request) => {
      expect(request.headers.get('authorization')).toBe(
        `basic ${Buffer.from('dev:secret').toString('base64')}`,
      );
      sent.push([request.method, await request.json()]);
    };
    server.use(
      http.get(`${BASE}/branches/plimsoll%2F1`, () =>
        state.branch ? HttpResponse.json({ name: 'plimsoll/1' }) : nothing(),
      ),
      http.get(`${BASE}/contents/deploy/values.yaml`, ({ request }) =>
        HttpResponse.json({
          sha: `sha of ${new URL(request.url).searchParams.get('ref')}`,
        }),
      ),
      http.put(`${BASE}/contents/deploy/values.yaml`, async ({ request }) => {
        await note(request);
        return HttpResponse.json({});
      }),
      http.get(`${BASE}/pulls/main/plimsoll%2F1`, () =>
        state.open
          ? HttpResponse.json({ state: 'open', html_url: 'http://pull/1' })
          : nothing(),
      ),
      http.post(`${BASE}/pulls`, async ({ request }) => {
        await note(request);
        return HttpResponse.json({ html_url: 'http://pull/2' });
      }),
    );
    return sent;
  }

  it('writes the file on a new branch and opens a pull request', async () => {
    const sent = gitea({ branch: false, open: false });
    await expect(run()).resolves.toEqual([['remoteUrl', 'http://pull/2']]);
    expect(sent).toEqual([
      [
        'PUT',
        {
          branch: 'main',
          new_branch: 'plimsoll/1',
          sha: 'sha of main',
          message: 'Right-size ship',
          content: Buffer.from('a: ü\n').toString('base64'),
        },
      ],
      [
        'POST',
        {
          base: 'main',
          head: 'plimsoll/1',
          title: 'Right-size ship',
          body: 'Why',
        },
      ],
    ]);
  });

  it('brings the one that is open up to date', async () => {
    const sent = gitea({ branch: true, open: true });
    await expect(run()).resolves.toEqual([['remoteUrl', 'http://pull/1']]);
    expect(sent).toEqual([
      [
        'PUT',
        expect.objectContaining({
          branch: 'plimsoll/1',
          sha: 'sha of plimsoll/1',
        }),
      ],
    ]);
  });

  it('sends nothing in a dry run, and tells a refusal as it is', async () => {
    await expect(run(true)).resolves.toHaveLength(1);
    gitea({ branch: false, open: false });
    server.use(
      http.put(`${BASE}/contents/deploy/values.yaml`, () =>
        HttpResponse.json({ message: 'read only' }, { status: 403 }),
      ),
    );
    await expect(run()).rejects.toThrow('403');
    await expect(run(false, 'github.com')).rejects.toThrow(
      'is no repository of a Gitea that integrations.gitea',
    );
  });
});
