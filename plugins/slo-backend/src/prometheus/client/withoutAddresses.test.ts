import { describeFailure } from './describeFailure';
import { withoutAddresses } from './withoutAddresses';

describe('withoutAddresses', () => {
  it.each([
    ['Get "https://user:pw@prom.corp/api?x=1": EOF', 'Get "<address>": EOF'],
    ['dial tcp 10.0.0.1:9090: refused', 'dial tcp <address>: refused'],
    ['no route to 8.8.8.8', 'no route to <address>'],
    ['dial tcp [fd00::1]:9090: refused', 'dial tcp <address>: refused'],
    ['lookup thanos-store:10901 failed', 'lookup <address> failed'],
    ['no host store.thanos.svc.cluster.local', 'no host <address>'],
    ['two\n\tlines', 'two lines'],
    ['1:12: parse error: unexpected "}"', '1:12: parse error: unexpected "}"'],
    ['sum by (a) (x{b="c"}) > 3', 'sum by (a) (x{b="c"}) > 3'],
  ])('%s', (message, expected) => {
    expect(withoutAddresses(message)).toBe(expected);
  });

  it('cuts long messages', () => {
    expect(withoutAddresses('a '.repeat(400))).toHaveLength(303);
  });
});

describe('describeFailure', () => {
  const caused = (code: string) =>
    new TypeError('fetch failed', {
      cause: Object.assign(new Error(`connect ${code} 10.0.0.1:9090`), {
        code,
      }),
    });

  it.each([
    ['ECONNREFUSED', 'the connection was refused'],
    ['ENOTFOUND', 'its host name is not known'],
    ['CERT_HAS_EXPIRED', 'its certificate has expired'],
    ['ESOMETHINGELSE', 'the connection failed'],
  ])('%s', (code, expected) => {
    expect(describeFailure(caused(code))).toBe(expected);
  });

  it('knows timeouts and anything else', () => {
    const late = new DOMException('The operation timed out', 'TimeoutError');
    expect(describeFailure(late)).toBe('no answer came in time');
    expect(describeFailure('http://10.0.0.1')).toBe('the connection failed');
  });
});
