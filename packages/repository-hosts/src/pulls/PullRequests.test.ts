import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { PullRequests } from './PullRequests';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [{ host: 'github.com', token: 'of-github' }],
      gitlab: [
        {
          host: 'gitlab.example',
          apiBaseUrl: 'https://gitlab.example/api/v4',
          token: 'of-gitlab',
        },
      ],
      gitea: [
        {
          host: 'gitea.example',
          baseUrl: 'https://gitea.example',
          username: 'plimsoll',
          password: 'of-gitea',
        },
      ],
    },
  }),
);

const HOSTS = [
  {
    host: 'github.com',
    api: 'https://api.github.com/repos/shop/cart',
    kind: 'pulls',
    url: 'https://github.com/shop/cart/pull/7',
    authorization: ['authorization', 'Bearer of-github'],
  },
  {
    host: 'gitlab.example',
    api: 'https://gitlab.example/api/v4/projects/shop%2Fcart',
    kind: 'merge_requests',
    url: 'https://gitlab.example/shop/cart/-/merge_requests/7',
    authorization: ['authorization', 'Bearer of-gitlab'],
  },
  {
    host: 'gitea.example',
    api: 'https://gitea.example/api/v1/repos/shop/cart',
    kind: 'pulls',
    url: 'https://gitea.example/shop/cart/pulls/7',
    authorization: [
      'authorization',
      `basic ${Buffer.from('plimsoll:of-gitea').toString('base64')}`,
    ],
  },
] as const;

describe.each(HOSTS)('pull requests on $host', one => {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());
  const { host, api, kind, url } = one;
  const pulls = PullRequests.create({
    integrations,
    repository: { host, owner: 'shop', repo: 'cart' },
  });
  const shown = { html_url: url, web_url: url, state: 'open' };

  it('opens one, signed', async () => {
    let sent: [string | null, unknown] | undefined;
    server.use(
      http.post(`${api}/${kind}`, async ({ request }) => {
        const [header] = one.authorization;
        sent = [request.headers.get(header), await request.json()];
        return HttpResponse.json(shown, { status: 201 });
      }),
    );
    const opened = pulls.open({
      base: 'main',
      head: 'golden-path/x',
      title: 'Update',
      body: 'Why',
    });
    await expect(opened).resolves.toBe(url);
    expect(sent).toEqual([
      one.authorization[1],
      kind === 'merge_requests'
        ? {
            source_branch: 'golden-path/x',
            target_branch: 'main',
            title: 'Update',
            description: 'Why',
          }
        : { base: 'main', head: 'golden-path/x', title: 'Update', body: 'Why' },
    ]);
  });

  it('finds the one that is open between two branches', async () => {
    let asked = '';
    server.use(
      http.get(`${api}/${kind}`, ({ request }) => {
        asked = new URL(request.url).search;
        return HttpResponse.json([{ ...shown, base: { ref: 'main' } }]);
      }),
      http.get(`${api}/${kind}/:base/:head`, ({ params }) => {
        asked = decodeURIComponent(`${params.base}..${params.head}`);
        return HttpResponse.json(shown);
      }),
    );
    const wanted = { base: 'main', head: 'golden-path/x' };
    await expect(pulls.findOpen(wanted)).resolves.toBe(url);
    expect(decodeURIComponent(asked)).toContain('golden-path/x');
    server.use(
      http.get(`${api}/${kind}`, () => HttpResponse.json([])),
      http.get(`${api}/${kind}/:base/:head`, () =>
        HttpResponse.json({}, { status: 404 }),
      ),
    );
    await expect(pulls.findOpen(wanted)).resolves.toBeUndefined();
  });

  it.each([
    [{ state: 'open' }, 'open'],
    [{ state: 'closed', merged: false }, 'closed'],
    kind === 'merge_requests'
      ? [{ state: 'merged' }, 'merged']
      : [{ state: 'closed', merged: true }, 'merged'],
  ])('knows what became of one, %j', async (answer, state) => {
    server.use(http.get(`${api}/${kind}/7`, () => HttpResponse.json(answer)));
    await expect(pulls.stateOf(url)).resolves.toBe(state);
  });

  it('says what the host refuses, and knows nothing of what is gone', async () => {
    server.use(
      http.get(`${api}/${kind}/7`, () =>
        HttpResponse.json({ message: 'No' }, { status: 403 }),
      ),
      http.get(`${api}/${kind}/8`, () =>
        HttpResponse.json({}, { status: 404 }),
      ),
      http.post(`${api}/${kind}`, () => HttpResponse.json({}, { status: 404 })),
      http.get(api, () => HttpResponse.json({ default_branch: 'trunk' })),
    );
    await expect(pulls.stateOf(url)).rejects.toThrow('403');
    await expect(pulls.stateOf(url.replace('7', '8'))).resolves.toBeUndefined();
    await expect(pulls.stateOf('https://elsewhere/')).resolves.toBeUndefined();
    await expect(
      pulls.open({ base: 'main', head: 'x', title: 'x', body: '' }),
    ).rejects.toThrow(`shop/cart is not on ${host}`);
    await expect(pulls.defaultBranch()).resolves.toBe('trunk');
  });

  it('knows whether there is a branch', async () => {
    server.use(
      http.get(/branches\/golden-path%2Fx$/, () =>
        HttpResponse.json({ name: 'golden-path/x' }),
      ),
      http.get(/branches\/golden-path%2Fy$/, () =>
        HttpResponse.json({}, { status: 404 }),
      ),
    );
    await expect(pulls.hasBranch('golden-path/x')).resolves.toBe(true);
    await expect(pulls.hasBranch('golden-path/y')).resolves.toBe(false);
  });
});

it('needs a host that app-config names', async () => {
  const pulls = PullRequests.create({
    integrations,
    repository: { host: 'unknown.example', owner: 'shop', repo: 'cart' },
  });
  await expect(pulls.defaultBranch()).rejects.toThrow(
    'integrations of app-config names no GitHub, GitLab or Gitea at unknown.example',
  );
});
