import { knownHosts } from './knownHosts';

describe('knownHosts', () => {
  it('offers what is allowed and known', () => {
    expect(
      knownHosts({
        allowed: ['localhost:7155', 'github.com', 'gitlab.com'],
        known: ['localhost:7155', 'github.com'],
      }),
    ).toEqual(['localhost:7155', 'github.com']);
  });

  it('takes a local forge on another port for the one that is allowed', () => {
    expect(
      knownHosts({ allowed: ['localhost:7155'], known: ['localhost:7312'] }),
    ).toEqual(['localhost:7312']);
  });

  it('offers no local forge where none is allowed', () => {
    expect(
      knownHosts({ allowed: ['github.com'], known: ['localhost:7155'] }),
    ).toEqual([]);
  });
});
