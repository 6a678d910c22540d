import { mockServices } from '@backstage/backend-test-utils';
import { builtInFactories } from './builtInFactories';
import { createSources } from './createSources';
import { readDemo } from './readDemo';

const BILL = { type: 'demo-bill', directory: '/demo' };

function sourcesOf(cost: object) {
  const config = mockServices.rootConfig({ data: { cost } as {} });
  const logger = mockServices.logger.mock();
  const sources = createSources({
    config,
    logger,
    demo: readDemo({ config, environment: 'development' }),
    factories: builtInFactories({
      config,
      urlReader: mockServices.urlReader.mock(),
    }),
  });
  return {
    sources: sources.map(({ name, type, made }) => [name, type, made.kind]),
    warnings: logger.warn.mock.calls.map(([text]) => text),
  };
}

describe('createSources', () => {
  it('reads the bill of the demo while it is one', () => {
    expect(sourcesOf({ demo: true, sources: { bill: BILL } })).toEqual({
      sources: [['bill', 'demo-bill', 'bill']],
      warnings: [],
    });
  });

  it.each([{ demo: false }, {}])(
    'leaves out what is of the demo without it, and says so: %p',
    demo => {
      expect(
        sourcesOf({
          ...demo,
          sources: {
            bill: BILL,
            opencost: { type: 'demo-cluster' },
            own: { type: 'focus', directory: '/own' },
          },
        }),
      ).toEqual({
        sources: [['own', 'focus', 'bill']],
        warnings: [
          expect.stringMatching(
            /^cost\.sources\.bill is of the demo world \(demo-bill\) and left out/,
          ),
          expect.stringMatching(/^cost\.sources\.opencost /),
        ],
      });
    },
  );

  it('names a type that nobody brings', () => {
    expect(() => sourcesOf({ sources: { bill: { type: 'fokus' } } })).toThrow(
      "cost.sources.bill.type is 'fokus'; this backend has demo-bill, focus, opencost, prometheus",
    );
  });
});

describe('readDemo', () => {
  const read = (demo: boolean | undefined, environment: string) =>
    readDemo({
      config: mockServices.rootConfig({ data: { cost: { demo } } as {} }),
      environment,
    });

  it('refuses a made-up bill in production', () => {
    expect(() => read(true, 'production')).toThrow(
      'a made-up bill is refused in production',
    );
    expect(read(true, 'development')).toBe(true);
    expect(read(false, 'production')).toBe(false);
    expect(read(undefined, 'production')).toBe(false);
  });
});
