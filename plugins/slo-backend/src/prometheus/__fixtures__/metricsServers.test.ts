import { metricsServers } from './metricsServers';

describe('metricsServers', () => {
  const environment = process.env;
  beforeEach(() => {
    process.env = { ...environment };
  });
  afterAll(() => {
    process.env = environment;
  });
  const nothing = { findIn: () => undefined };

  it('has suites skipped where Prometheus is missing', () => {
    process.env.CI = '';
    expect(metricsServers(nothing)).toMatchObject({
      isMissing: true,
      servers: [{ kind: expect.stringContaining('set PROMETHEUS_BIN') }],
    });
  });

  it('has them fail with a sentence when nothing may be skipped', async () => {
    process.env.CI = 'true';
    const { isMissing, servers } = metricsServers(nothing);
    expect(isMissing).toBe(false);
    await expect(servers[0].start([])).rejects.toThrow('set PROMETHEUS_BIN');
  });

  it('runs them where both binaries are', () => {
    const { isMissing, servers } = metricsServers({
      findIn: ({ name }) => `/bin/${name}`,
    });
    expect(isMissing).toBe(false);
    expect(servers[0].kind).toBe('Prometheus');
  });
});
