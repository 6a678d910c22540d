import { ConfigReader } from '@backstage/config';
import { readConnection } from './readConnection';

const read = (data: object) =>
  readConnection({
    key: 'cost.sources.opencost',
    config: new ConfigReader(data as {}),
  });
const baseUrl = 'https://opencost.example:9003';

describe('readConnection', () => {
  it('reads where a server is and what it is sent', () => {
    expect(
      read({
        baseUrl: `${baseUrl}/api/v1/`,
        auth: { type: 'bearer', token: 't' },
        headers: { 'X-Scope-OrgID': 'shop' },
        timeout: '5s',
      }),
    ).toEqual({
      baseUrl,
      headers: { 'X-Scope-OrgID': 'shop', authorization: 'Bearer t' },
      timeoutSeconds: 5,
    });
    expect(read({ baseUrl })).toEqual({
      baseUrl,
      headers: {},
      timeoutSeconds: 30,
    });
  });

  it.each([
    [{ baseUrl: 'opencost' }, 'cost.sources.opencost.baseUrl is no http'],
    [{ baseUrl: 'http://a:b@c' }, 'move them to cost.sources.opencost.auth'],
    [{ baseUrl, auth: { type: 'mtls' } }, 'cost.sources.opencost.auth.type is'],
    [{ baseUrl, timeout: '3m' }, 'cost.sources.opencost.timeout must be'],
    [{ baseUrl, headers: { 'a b': 'c' } }, 'cost.sources.opencost.headers.a b'],
  ])('refuses %j', (data, message) => {
    expect(() => read(data)).toThrow(message);
  });
});
