import fc from 'fast-check';
import { sanitizeSourceError } from './sanitizeSourceError';

describe('sanitizeSourceError', () => {
  it.each([
    [
      'GET https://user:pw@prom.internal:9090/api/v1/query?q=1 failed',
      'GET the source failed',
    ],
    ['connect ECONNREFUSED 10.0.3.7:9090', 'connect ECONNREFUSED the source'],
    ['connect ECONNREFUSED ::1:9090', 'connect ECONNREFUSED the source'],
    ['getaddrinfo ENOTFOUND prometheus.monitoring', 'getaddrinfo ENOTFOUND'],
    ['socket of prometheus:9090 hung up', 'socket of the source hung up'],
    ['401 for Bearer eyJhbGciOi.x-y_z', '401 for Bearer ***'],
    ['query timed out in 30 s', 'query timed out in 30 s'],
    ['', 'The source did not answer'],
  ])('%s', (message, expected) => {
    expect(sanitizeSourceError(new Error(message))).toBe(expected);
  });

  it('names the cause, since "fetch failed" says nothing', () => {
    const cause = new Error('connect ETIMEDOUT 192.168.1.1:443');

    expect(sanitizeSourceError(new TypeError('fetch failed', { cause }))).toBe(
      'fetch failed: connect ETIMEDOUT the source',
    );
  });

  it('takes whatever is thrown, and keeps it short', () => {
    expect(sanitizeSourceError('plain text')).toContain('plain text');
    expect(sanitizeSourceError(new Error('x'.repeat(5_000)))).toHaveLength(300);
  });

  it('pitfall 14: lets no address through, wherever it stands', () => {
    const words = fc.stringMatching(/^[a-z ]{0,20}$/);
    fc.assert(
      fc.property(
        words,
        fc.oneof(
          fc.webUrl({ withQueryParameters: true }),
          fc.ipV4().map(ip => `${ip}:9090`),
          fc.domain().map(domain => `${domain}:443`),
        ),
        words,
        (before, address, after) => {
          const text = sanitizeSourceError(
            new Error(`${before} ${address} ${after}`),
          );
          expect(text).not.toContain(address);
          expect(text).toContain('the source');
        },
      ),
    );
  });
});
