import { readFileSync } from 'node:fs';
import { parseEntityYaml } from '@backstage/plugin-catalog-node';
import {
  layersOf,
  PATTERNS,
  readServiceParameters,
  serviceParameters,
  STACK_FACTS,
  STACKS,
} from '@plimsoll/plugin-golden-path-common';
import {
  plannedService,
  stockAnswers,
} from '@plimsoll/plugin-golden-path-common/testUtils';
import { goldenPathTemplate } from './__testUtils__/goldenPathTemplate';

/** Which pattern of the plan each text of the form has. */
const PATTERN_OF: Record<string, keyof typeof PATTERNS> = {
  name: 'name',
  description: 'description',
  owner: 'owner',
  system: 'system',
  pagerdutyService: 'pagerdutyService',
  slackChannel: 'slackChannel',
  email: 'email',
  repoUrl: 'repoUrl',
};

describe.each(STACKS)('the template of %s', stack => {
  const { file, entity } = goldenPathTemplate(stack);
  const { parameters, steps, output } = entity.spec;
  const properties = Object.assign(
    {},
    ...parameters.map(page => page.properties),
  ) as (typeof parameters)[0]['properties'];

  it('is an entity that the catalog takes', () => {
    const results = [
      ...parseEntityYaml(readFileSync(file), { type: 'file', target: file }),
    ];
    expect(results).toEqual([
      expect.objectContaining({
        type: 'entity',
        entity: expect.objectContaining({
          kind: 'Template',
          metadata: expect.objectContaining({
            name: STACK_FACTS[stack].template,
          }),
        }),
      }),
    ]);
  });

  it('has three short pages, the same for every stack', () => {
    expect(parameters.map(({ title }) => title)).toEqual([
      'Service',
      'Promise',
      'Delivery',
    ]);
    for (const page of parameters) {
      expect(Object.keys(page.properties).length).toBeLessThanOrEqual(8);
    }
    expect(parameters).toEqual(
      goldenPathTemplate('fastapi').entity.spec.parameters,
    );
  });

  it('asks what the plan knows, and nothing else', () => {
    expect(Object.keys(properties).sort()).toEqual(
      Object.keys(serviceParameters.shape).sort(),
    );
    // what has no default is required, unless it may be missing
    const { dependsOn, ...defaults } = Object.fromEntries(
      Object.entries(properties)
        .filter(([, property]) => 'default' in property)
        .map(([name, property]) => [name, property.default]),
    );
    expect(readServiceParameters(stockAnswers())).toEqual({
      ...stockAnswers(),
      ...defaults,
      dependsOn,
    });
    expect(parameters.flatMap(({ required = [] }) => required).sort()).toEqual([
      'description',
      'name',
      'owner',
      'repoUrl',
      'system',
    ]);
  });

  it('bounds every answer as the plan does', () => {
    const texts = Object.entries(properties).filter(
      ([, property]) => property.type === 'string' && !property.enum,
    );
    expect(texts.map(([name, { pattern }]) => [name, pattern])).toEqual(
      texts.map(([name]) => [name, PATTERNS[PATTERN_OF[name]]]),
    );
    expect(texts.map(([, { maxLength }]) => maxLength)).toEqual(
      texts.map(() => expect.any(Number)),
    );
    expect(properties.dependsOn).toMatchObject({
      maxItems: 20,
      items: { pattern: PATTERNS.dependency, maxLength: 140 },
    });
  });

  it('lets every number at its bounds through, and none beyond', () => {
    const refused = (answers: object) =>
      !serviceParameters.safeParse({ ...stockAnswers(), ...answers }).success;
    const judged = Object.entries(properties).flatMap(([name, property]) => {
      const { minimum, maximum, maxLength } = property as Record<
        string,
        number | undefined
      >;
      const values = property.enum as unknown[] | undefined;
      return [
        ...(minimum === undefined || maximum === undefined
          ? []
          : [
              { name, value: minimum, wanted: false },
              { name, value: maximum, wanted: false },
              { name, value: minimum - 0.01, wanted: true },
              { name, value: maximum + 0.01, wanted: true },
            ]),
        ...(values ?? []).map(value => ({ name, value, wanted: false })),
        ...(values ? [{ name, value: 'another', wanted: true }] : []),
        ...(property.type === 'string' && maxLength
          ? [{ name, value: 'x'.repeat(maxLength + 1), wanted: true }]
          : []),
      ];
    });
    expect(judged.length).toBeGreaterThan(30);
    expect(
      judged.filter(
        ({ name, value, wanted }) => refused({ [name]: value }) !== wanted,
      ),
    ).toEqual([]);
  });

  it('writes the layers that the lock knows, in their order', () => {
    const pipeline = '${{ steps.plan.output.service.pipeline }}';
    const fetched = steps.filter(({ action }) => action === 'fetch:template');
    expect(
      fetched.map(({ input }) =>
        String(input?.url).replace(pipeline, 'github'),
      ),
    ).toEqual(
      layersOf(plannedService({ stack })).map(name => `./layers/${name}`),
    );
    for (const { input } of fetched) {
      expect(input).toMatchObject({
        templateFileExtension: true,
        replace: false,
        values: { service: '${{ steps.plan.output.service }}' },
      });
    }
  });

  it('plans first, looks what is there, checks before it publishes, and says what exists last', () => {
    const actions = steps.map(({ action }) => action);
    const order = [
      'goldenpath:plan',
      'goldenpath:target',
      'fetch:template',
      'slo:check',
      'slo:rules',
      'goldenpath:verify',
      'goldenpath:lock',
      'publish:github',
      'publish:gitlab',
      'publish:gitea',
      'goldenpath:push',
      'catalog:register',
      'goldenpath:after-failure',
    ];
    expect([...new Set(actions)]).toEqual(order);
    expect(steps.at(-1)?.if).toBe('${{ failure() }}');
    expect(steps[0].input).toMatchObject({
      stack,
      version: entity.metadata.annotations['backstage.io/template-version'],
    });
  });

  it('asks steps alone for what they give', () => {
    const ids = steps.map(({ id }) => id);
    steps.forEach(({ id, input, if: condition }, index) => {
      for (const [, asked] of JSON.stringify([input, condition]).matchAll(
        /steps\.([a-z]+)\.output/g,
      )) {
        expect([id, ids.slice(0, index)]).toEqual([
          id,
          expect.arrayContaining([asked]),
        ]);
      }
    });
    for (const [, asked] of JSON.stringify(output).matchAll(
      /steps\.([a-z]+)\.output/g,
    )) {
      expect(ids).toContain(asked);
    }
  });

  it('publishes only what is missing', () => {
    const published = steps.filter(({ action }) =>
      action.startsWith('publish:'),
    );
    for (const { action, if: condition } of published) {
      expect(condition).toBe(
        `\${{ steps.target.output.repository == 'missing' and steps.plan.output.service.repository.type == '${
          action.split(':')[1]
        }' }}`,
      );
    }
  });
});
