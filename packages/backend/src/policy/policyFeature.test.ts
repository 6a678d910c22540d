import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import permissionBackend from '@backstage/plugin-permission-backend';
import request from 'supertest';
import { policyFeature } from './policyFeature';

const REMOVE_LOCATION = {
  type: 'basic',
  name: 'catalog.location.delete',
  attributes: { action: 'delete' },
};

async function decide(
  host: string,
  portal?: Record<string, string | string[]>,
) {
  const { server } = await startTestBackend({
    features: [
      permissionBackend,
      policyFeature,
      mockServices.rootConfig.factory({
        data: {
          permission: { enabled: true, ...(portal && { portal }) },
          backend: { baseUrl: 'http://localhost', listen: { host } },
        },
      }),
    ],
  });
  const { body } = await request(server)
    .post('/api/permission/authorize')
    .set('Authorization', mockCredentials.user.header())
    .send({ items: [{ id: 'a', permission: REMOVE_LOCATION }] });
  return body.items[0].result;
}

describe('policyFeature', () => {
  it("allows all on a developer's own machine alone", async () => {
    expect(await decide('127.0.0.1')).toBe('ALLOW');
    expect(await decide('0.0.0.0')).toBe('DENY');
  });

  it('follows what app-config says of it there too', async () => {
    expect(await decide('127.0.0.1', { sloReaders: 'owners' })).toBe('DENY');
    expect(
      await decide('127.0.0.1', { administrators: ['user:default/mock'] }),
    ).toBe('ALLOW');
  });
});
