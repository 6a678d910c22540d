import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { MergedUpdate } from '@plimsoll/plugin-golden-path-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createUpdateAction } from './createUpdateAction';
import type { GoldenPathAccess } from './GoldenPathAccess';

const BASE = 'http://gitea.example/api/v1/repos/acme/all';
const BRANCH = 'golden-path/ship/node-service-v1.1.0';
const nothing = () => new HttpResponse(null, { status: 404 });

describe('goldenpath:update', () => {
  const network = setupServer();
  beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => network.resetHandlers());
  afterAll(() => network.close());
  const directory = createMockDirectory();

  async function run(folder: string) {
    const config = mockServices.rootConfig({
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
    });
    const update: MergedUpdate = {
      entityRef: 'component:default/ship',
      version: '1.1.0',
      repository: {
        repoUrl: 'gitea.example?owner=acme&repo=all',
        branch: 'main',
        folder,
      },
      branchName: BRANCH,
      title: 'Bring ship to node-service 1.1.0',
      description: 'What is new',
      writes: [],
    };
    const noted: unknown[] = [];
    const api = {
      mergeUpdate: async () => update,
      noteUpdateOpened: async (_ref: string, request: unknown) => {
        noted.push(request);
      },
    };
    const goldenPath = {
      ask: (_: unknown, question: (...all: unknown[]) => unknown) =>
        question(api, {}),
    } as unknown as GoldenPathAccess;
    const integrations = ScmIntegrations.fromConfig(config);
    const action = createUpdateAction({ config, goldenPath, integrations });
    await action.handler(
      createMockActionContext({
        input: { entityRef: update.entityRef },
        workspacePath: directory.path,
        createTemporaryDirectory: async () => directory.path,
      }) as never,
    );
    return noted;
  }

  it('says that a branch was there, which it opens as it is', async () => {
    const bodies: string[] = [];
    network.use(
      http.get(`${BASE}/branches/*`, () => HttpResponse.json({ name: BRANCH })),
      http.get(`${BASE}/pulls/*`, nothing),
      http.post(`${BASE}/pulls`, async ({ request }) => {
        bodies.push(((await request.json()) as { body: string }).body);
        return HttpResponse.json({
          html_url: 'http://gitea.example/acme/all/pulls/2',
        });
      }),
    );
    expect(await run('ship')).toEqual([
      { version: '1.1.0', url: 'http://gitea.example/acme/all/pulls/2' },
    ]);
    expect(bodies).toEqual([
      expect.stringContaining(`The branch \`${BRANCH}\` was there already`),
    ]);
    expect(bodies[0]).toMatch(/\n\nWhat is new$/);
  });

  it('writes nowhere but in the clone', async () => {
    network.use(
      http.get(`${BASE}/branches/*`, nothing),
      http.get(`${BASE}/pulls/*`, nothing),
    );
    await expect(run('a/../../b')).rejects.toThrow(
      'Relative path is not allowed to refer to a directory outside its parent',
    );
  });
});
