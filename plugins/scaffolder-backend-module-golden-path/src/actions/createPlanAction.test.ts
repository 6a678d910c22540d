import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  shopKartPlatform,
  stockAnswers,
} from '@plimsoll/plugin-golden-path-common/testUtils';
import { createPlanAction } from './createPlanAction';

const entity = (kind: string, name: string, spec = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name },
  spec,
});

const catalog = catalogServiceMock({
  entities: [
    entity('Group', 'loyalty', { profile: { email: 'l@shopkart.example' } }),
    entity('Group', 'silent', { profile: {} }),
    entity('System', 'purchase'),
  ],
});

async function plan(
  answers: object,
  settings: object = { goldenPath: { platform: shopKartPlatform } },
) {
  const config = new ConfigReader(JSON.parse(JSON.stringify(settings)));
  const action = createPlanAction({
    catalog,
    config,
    integrations: ScmIntegrations.fromConfig(config),
  });
  const outputs: Record<string, object> = {};
  const context = createMockActionContext<
    Parameters<typeof action.handler>[0]['input']
  >({
    input: {
      stack: 'node',
      version: '1.2.3',
      parameters: { ...stockAnswers(), ...answers },
    },
  });
  await action.handler({
    ...context,
    output: (name: string, value: unknown) => {
      outputs[name] = Object(value);
    },
  } as Parameters<typeof action.handler>[0]);
  return outputs;
}

describe('goldenpath:plan', () => {
  it('gives the service and the complete answers', async () => {
    const { service, answers } = await plan({ email: '' });
    expect(service).toMatchObject({
      name: 'gift-cards',
      alerts: { email: 'l@shopkart.example' },
      repository: {
        type: 'github',
        url: 'https://github.com/shopkart/gift-cards',
      },
      template: { name: 'node-service', version: '1.2.3' },
    });
    // what nobody answered is no answer: the owner may get another address
    expect(answers).toMatchObject({ tier: 2, availability: 99.9 });
    expect(answers).not.toHaveProperty('email');
  });

  it('names fields of which the catalog knows nobody', async () => {
    await expect(
      plan({ owner: 'group:default/x', dependsOn: ['component:default/y'] }),
    ).rejects.toThrow(
      'owner: the catalog has no group:default/x, or you may not see it; dependsOn.0: the catalog has no component:default/y',
    );
  });

  it('needs an address for alerts', async () => {
    await expect(
      plan({ owner: 'group:default/silent', email: '' }),
    ).rejects.toThrow('email: group:default/silent has no e-mail address');
  });

  it('knows only hosts that app-config names', async () => {
    await expect(
      plan({ repoUrl: 'bitbucket.org?owner=a&repo=b' }),
    ).rejects.toThrow(
      'repoUrl: integrations of app-config names no GitHub, GitLab or Gitea at bitbucket.org',
    );
  });

  it('says what app-config has to say first', async () => {
    await expect(
      plan({}, { app: { baseUrl: 'http://localhost:3000/' } }),
    ).rejects.toThrow('app-config: goldenPath.platform.registry is missing');
  });

  it('takes the portal for the one that it runs in', async () => {
    const { portalUrl: _, ...platform } = shopKartPlatform;
    const { service } = await plan(
      {},
      {
        app: { baseUrl: 'https://portal.shopkart.example/' },
        goldenPath: { platform },
      },
    );
    expect(service).toMatchObject({
      alerts: {
        portalUrl:
          'https://portal.shopkart.example/catalog/default/component/gift-cards',
      },
    });
  });
});
