import { ConfigReader } from '@backstage/config';
import { createDemoSourceFactory } from './createDemoSourceFactory';

const config = (data: object = {}) =>
  new ConfigReader({ type: 'demo', ...data });

describe('createDemoSourceFactory', () => {
  it('makes sources of the type demo', async () => {
    const factory = createDemoSourceFactory({ environment: 'development' });
    expect(factory.type).toBe('demo');
    const source = factory.create({ name: 'prometheus', config: config() });
    expect(source.demo).toBe(true);
    await expect(source.oldestSample?.()).resolves.toEqual(expect.any(Number));
  });

  it('refuses production, naming the entry and the way out', () => {
    const factory = createDemoSourceFactory({ environment: 'production' });
    expect(() =>
      factory.create({ name: 'prometheus', config: config() }),
    ).toThrow(/slo\.sources\.prometheus has type demo.*type: prometheus/);
  });

  it('reads NODE_ENV where nothing else is said', () => {
    const before = process.env.NODE_ENV;
    try {
      process.env.NODE_ENV = 'production';
      expect(() =>
        createDemoSourceFactory().create({ name: 'a', config: config() }),
      ).toThrow(/refused in production/);
    } finally {
      process.env.NODE_ENV = before;
    }
  });

  it.each(['maybe', 2, { now: true }])(
    'refuses %j for down when it is made, naming the key',
    down => {
      const factory = createDemoSourceFactory({ environment: 'development' });
      const root = new ConfigReader({
        slo: { sources: { prometheus: { type: 'demo', down } } },
      });
      expect(() =>
        factory.create({
          name: 'prometheus',
          config: root.getConfig('slo.sources.prometheus'),
        }),
      ).toThrow(/slo\.sources\.prometheus\.down/);
    },
  );

  it('switches a source off and on as app-config changes', async () => {
    const entry: { down?: boolean } = { down: true };
    const live = new ConfigReader(entry);
    const source = createDemoSourceFactory({ environment: 'test' }).create({
      name: 'prometheus',
      config: live,
    });
    await expect(source.oldestSample?.()).rejects.toThrow(/down/);
    entry.down = false;
    await expect(source.oldestSample?.()).resolves.toEqual(expect.any(Number));
  });
});
