import { describeFailure } from './describeFailure';

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
