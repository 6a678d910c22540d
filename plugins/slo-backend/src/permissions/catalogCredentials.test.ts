import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogCredentials } from './catalogCredentials';

const auth = mockServices.auth({ pluginId: 'slo' });

describe('catalogCredentials', () => {
  it('leaves people their own', async () => {
    const credentials = mockCredentials.user('user:default/jane');
    expect(await catalogCredentials({ auth, credentials })).toBe(credentials);
  });

  it('asks on behalf of the plugin for a pipeline that may ask it alone', async () => {
    const credentials = mockCredentials.service('external:pipeline', {
      permissionNames: ['slo.objective.read'],
    });
    expect(await catalogCredentials({ auth, credentials })).toEqual(
      await auth.getOwnServiceCredentials(),
    );
  });
});
