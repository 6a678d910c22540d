import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createFindRepositoryAction } from './createFindRepositoryAction';

const integrations = ScmIntegrations.fromConfig(
  mockServices.rootConfig({
    data: {
      integrations: {
        github: [
          {
            host: 'ghe.example',
            token: 't',
            apiBaseUrl: 'https://ghe.example',
          },
        ],
        gitlab: [
          {
            host: 'gitlab.example',
            token: 't',
            apiBaseUrl: 'https://gitlab.example/api/v4',
          },
        ],
        gitea: [
          {
            host: 'localhost:7155',
            baseUrl: 'http://localhost:7155',
            username: 'dev',
            password: 'dev',
          },
        ],
        bitbucketServer: [{ host: 'bitbucket.example', token: 't' }],
      },
    },
  }),
);

async function find(
  annotations: Record<string, string>,
  input: { file?: string; repoUrl?: string } = {},
) {
  const action = createFindRepositoryAction({
    integrations,
    catalog: {
      getEntityByRef: async ref =>
        ref === 'component:default/checkout'
          ? {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: { name: 'checkout', annotations },
            }
          : undefined,
    },
  });
  const outputs: Record<string, unknown> = {};
  const context = createMockActionContext({
    input: {
      entityRef: 'component:default/checkout',
      file: 'deploy/values.yaml',
      ...input,
    },
  });
  await action.handler({
    ...context,
    output: (name: string, value: unknown) => {
      outputs[name] = value;
    },
  } as never);
  return outputs;
}

const at = (url: string) => ({ 'backstage.io/source-location': `url:${url}` });

describe('goldenpath:find-repository', () => {
  it.each([
    [
      'https://ghe.example/shop/all/tree/main/checkout',
      'github',
      'ghe.example?owner=shop&repo=all',
      'checkout/deploy/values.yaml',
      'https://ghe.example/shop/all/blob/main/checkout/deploy/values.yaml',
    ],
    [
      'https://gitlab.example/shop/eu/checkout',
      'gitlab',
      'gitlab.example?owner=shop%2Feu&repo=checkout',
      'deploy/values.yaml',
      'https://gitlab.example/shop/eu/checkout/-/blob/HEAD/deploy/values.yaml',
    ],
    [
      'http://localhost:7155/acme/ship-api',
      'gitea',
      'localhost:7155?owner=acme&repo=ship-api',
      'deploy/values.yaml',
      'http://localhost:7155/acme/ship-api/src/branch/main/deploy/values.yaml',
    ],
  ])('finds %s', async (url, type, repoUrl, file, fileUrl) => {
    const found = await find(at(url));
    expect(found).toMatchObject({ type, repoUrl, file, fileUrl });
    // what the template asks the reader for belongs to that host
    expect(integrations.byUrl(String(found.fileUrl))?.type).toBe(type);
  });

  it('takes what the form says instead, from the root of the repository', async () => {
    await expect(
      find(at('https://ghe.example/shop/all/tree/main/checkout'), {
        repoUrl: 'gitlab.example?owner=a%2Fb&repo=c',
        file: '/helm/values.yaml',
      }),
    ).resolves.toMatchObject({
      type: 'gitlab',
      file: 'helm/values.yaml',
      repoUrl: 'gitlab.example?owner=a%2Fb&repo=c',
    });
  });

  it('knows where a service keeps its values, unless the form says otherwise', async () => {
    const service = {
      ...at('https://ghe.example/shop/all/tree/main/checkout'),
      'plimsoll.dev/values-file': 'chart/values.yaml',
    };
    await expect(find(service, { file: undefined })).resolves.toMatchObject({
      file: 'checkout/chart/values.yaml',
    });
    await expect(find(service)).resolves.toMatchObject({
      file: 'checkout/deploy/values.yaml',
    });
    await expect(find({}, { file: undefined })).resolves.toMatchObject({
      file: 'deploy/values.yaml',
    });
    await expect(
      find(
        { ...service, 'plimsoll.dev/values-file': '../../secrets.yaml' },
        { file: undefined },
      ),
    ).rejects.toThrow('is no file of');
  });

  it.each([
    [{}, 'checkout has no repository in the catalog'],
    [
      { 'github.com/project-slug': 'shop/checkout' },
      'integrations.github of app-config has no credentials for github.com, where shop/checkout is',
    ],
    [
      at('https://bitbucket.example/shop/checkout'),
      'integrations of app-config names no bitbucket.example',
    ],
  ])('says why nothing can be opened for %j', async (annotations, why) => {
    await expect(find(annotations)).resolves.toEqual({
      type: 'none',
      file: 'deploy/values.yaml',
      why: expect.stringContaining(why),
    });
  });

  it.each(['../x.yaml', '/../x.yaml', 'a/../../x.yaml', '/', '.'])(
    'refuses the file %s',
    async file => {
      await expect(find({}, { file })).rejects.toThrow('is no file of');
    },
  );
});
