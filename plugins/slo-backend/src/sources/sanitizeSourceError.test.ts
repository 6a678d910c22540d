import { sanitizeSourceError } from './sanitizeSourceError';

describe('sanitizeSourceError', () => {
  it('names no address', () => {
    expect(
      sanitizeSourceError(new Error('connect ECONNREFUSED 10.0.3.7:9090')),
    ).toBe('connect ECONNREFUSED <address>');
  });

  it('says something of an error that says nothing', () => {
    expect(sanitizeSourceError(new Error(''))).toBe(
      'The source did not answer',
    );
  });

  it('names the cause, since "fetch failed" says nothing', () => {
    const cause = new Error('connect ETIMEDOUT 192.168.1.1:443');

    expect(sanitizeSourceError(new TypeError('fetch failed', { cause }))).toBe(
      'fetch failed: connect ETIMEDOUT <address>',
    );
  });

  it('takes whatever is thrown, and keeps it short', () => {
    expect(sanitizeSourceError('plain text')).toContain('plain text');
    expect(sanitizeSourceError(new Error('x'.repeat(5_000)))).toHaveLength(300);
  });
});
