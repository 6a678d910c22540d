import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { catalogTargets } from './catalogTargets';

function location(managedBy: string | undefined, spec: JsonObject): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Location',
    metadata: {
      name: `generated-${JSON.stringify(spec).length}-${Math.random()}`,
      ...(managedBy && {
        annotations: { 'backstage.io/managed-by-location': managedBy },
      }),
    },
    spec,
  };
}

async function targetsOf(...entities: Entity[]) {
  const targets = await catalogTargets({
    catalog: catalogServiceMock({ entities }),
    credentials: mockCredentials.service(),
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
  });
  return [...targets].sort();
}

describe('catalogTargets', () => {
  it('follows Location entities, each target once', async () => {
    const url = 'https://github.com/shop/checkout/blob/main/catalog-info.yaml';
    expect(
      await targetsOf(
        location(`url:${url}`, { type: 'url', target: url }),
        location(`url:${url}`, { targets: ['./slo.yaml', `${url}`, ''] }),
        location(`file:/etc/catalog/all.yaml`, {
          type: 'file',
          targets: ['./slo/*.yaml', '/srv/slo.yaml'],
        }),
      ),
    ).toEqual([
      'file:/etc/catalog/slo/*.yaml',
      'file:/srv/slo.yaml',
      // The catalog's own spelling of a blob's address.
      'url:https://github.com/shop/checkout/tree/main/catalog-info.yaml',
      'url:https://github.com/shop/checkout/tree/main/slo.yaml',
    ]);
  });

  it('lets no repository lead to a file on disk', async () => {
    expect(
      await targetsOf(
        location('url:https://github.com/a/b/blob/main/c.yaml', {
          type: 'file',
          target: '/etc/passwd',
        }),
      ),
    ).toEqual([]);
  });

  it('leaves out what it cannot read', async () => {
    expect(
      await targetsOf(
        location('bootstrap:boot', { type: 'bucket', target: 'slos' }),
        location(undefined, { type: 'url', target: 'https://a' }),
        location('url:https://a', {}),
        location('url:https://a', { targets: [7, null] }),
      ),
    ).toEqual([]);
  });
});
