import { mockServices } from '@backstage/backend-test-utils';
import { localFeatureNames } from './localFeatureNames';

const local = {
  backend: { listen: { host: '127.0.0.1' } },
  auth: { providers: { guest: {} } },
  slo: { sources: { prometheus: { type: 'demo' } } },
};

function names(data: object, environment?: string) {
  return localFeatureNames({
    config: mockServices.rootConfig({ data: data as {} }),
    environment,
  });
}

describe('localFeatureNames', () => {
  it("gives a developer's own machine guests and the demo world", () => {
    expect(names(local, 'development')).toEqual(['demo', 'guest']);
  });

  it('runs a forge where there is a password for it, and never for others', () => {
    const localForge = { port: '7155', password: 'made-at-the-start' };
    expect(names({ ...local, localForge })).toEqual(['demo', 'forge', 'guest']);
    expect(names({ ...local, localForge }, 'production')).toEqual([]);
    expect(
      names({
        ...local,
        localForge,
        backend: { listen: { host: '0.0.0.0' } },
      }),
    ).toEqual([]);
    expect(names({ ...local, localForge: { port: '7155' } })).toEqual([
      'demo',
      'guest',
    ]);
  });

  it('loads neither in production, whatever app-config says', () => {
    expect(names(local, 'production')).toEqual([]);
  });

  it.each([['0.0.0.0'], ['portal.example.com'], [undefined]])(
    'loads neither when the backend listens on %s',
    host => {
      expect(names({ ...local, backend: { listen: { host } } })).toEqual([]);
    },
  );

  it.each([['stability'], ['cost']])(
    'keeps the demo of %s beside a Prometheus of your own',
    plugin => {
      expect(
        names({
          backend: { listen: { host: 'localhost' } },
          slo: { sources: { prometheus: { type: 'prometheus' } } },
          [plugin]: { demo: true },
        }),
      ).toEqual(['demo']);
    },
  );

  it('loads only what app-config names', () => {
    expect(
      names({
        backend: { listen: { host: 'localhost' } },
        slo: { sources: { prometheus: { type: 'prometheus' } } },
      }),
    ).toEqual([]);
  });
});
