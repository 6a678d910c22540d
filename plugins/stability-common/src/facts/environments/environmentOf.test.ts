import { HistoryBuilder } from '../../__fixtures__/HistoryBuilder';
import { DEFAULT_FACT_RULES } from '../DEFAULT_FACT_RULES';
import { environmentOf } from './environmentOf';

const rules = {
  production: ['production'],
  environmentAliases: {
    production: ['prod', 'live', 'prod-*', '*-live'],
    staging: ['stage', 'stage-*', 'prod-shadow'],
    Canary: ['*-canary'],
  },
};

describe('environmentOf', () => {
  it.each([
    ['production', { name: 'production', production: true }],
    ['Production', { name: 'production', production: true }],
    [' PROD ', { name: 'production', production: true }],
    ['live', { name: 'production', production: true }],
    ['prod-EU', { name: 'production', part: 'prod-eu', production: true }],
    ['eu-live', { name: 'production', part: 'eu-live', production: true }],
    // an exact name decides before a pattern
    ['prod-shadow', { name: 'staging', production: false }],
    ['stage-2', { name: 'staging', part: 'stage-2', production: false }],
    ['canary', { name: 'Canary', production: false }],
    // patterns of two environments fit: neither
    ['prod-canary', { name: 'prod-canary', production: false }],
    ['Review/PR-7', { name: 'review/pr-7', production: false }],
    ['preprod', { name: 'preprod', production: false }],
    ['', { name: '', production: false }],
  ])('%s', (told, expected) => {
    expect(environmentOf(told, rules)).toEqual(expected);
  });

  it('does not join what nothing is said about', () => {
    const none = { production: ['prod-*'], environmentAliases: {} };
    expect(environmentOf('Prod-EU', none)).toEqual({
      name: 'prod-eu',
      production: true,
    });
    expect(environmentOf('constructor', none).name).toBe('constructor');
  });

  it('counts an environment as production by any of its names', () => {
    const live = {
      production: ['live'],
      environmentAliases: { production: ['live', 'prod'] },
    };
    for (const told of ['live', 'prod', 'production']) {
      expect(environmentOf(told, live)).toEqual({
        name: 'production',
        production: true,
      });
    }
  });

  it.each([
    ['production', 'prod', 'production', true],
    ['staging', 'stage', 'staging', false],
  ])('by default %s and %s', (one, other, name, production) => {
    expect(environmentOf(one, DEFAULT_FACT_RULES)).toEqual({
      name,
      production,
    });
    expect(environmentOf(other, DEFAULT_FACT_RULES).production).toBe(
      production,
    );
  });
});

describe('what several doors see of one deployment', () => {
  const seen = (environments: [string, string]) =>
    HistoryBuilder.create()
      .deploys('v1', { at: '11-01 08:00', environment: environments[0] })
      .deploys('v2', {
        at: '11-02 08:00',
        environment: environments[0],
        commitSha: 'c'.repeat(40),
      })
      .deploys('v2', {
        at: '11-02 08:02',
        environment: environments[1],
        source: 'argocd',
        target: 'cluster-1',
        artifacts: ['shop/checkout:v2'],
      });

  it('is one deployment, whatever they call its environment', () => {
    const { deployments } = seen(['production', 'Prod']).facts();
    expect(
      deployments.map(item => [
        item.environment,
        item.version,
        item.type,
        item.targets.map(({ source }) => source),
      ]),
    ).toEqual([
      ['production', 'v1', 'forward', ['github']],
      ['production', 'v2', 'forward', ['github', 'argocd']],
    ]);
  });

  it('is two where the names may mean two places', () => {
    const { deployments } = seen(['production', 'prod-eu']).facts({
      rules: { environmentAliases: {} },
    });
    expect(deployments.map(item => item.environment)).toEqual([
      'production',
      'production',
      'prod-eu',
    ]);
    expect(deployments.every(item => item.production)).toBe(true);
  });

  it('pitfall: is one with a target for each region, unless somebody says otherwise', () => {
    const { deployments } = HistoryBuilder.create()
      .deploys('v1', { at: '11-01 08:00', environment: 'prod-eu' })
      .deploys('v1', { at: '11-01 08:10', environment: 'prod-us' })
      .facts();
    expect(deployments).toMatchObject([
      {
        environment: 'production',
        production: true,
        targets: [{ target: 'prod-eu' }, { target: 'prod-us' }],
      },
    ]);
  });

  it('keeps regions apart as targets where a pattern joins them', () => {
    const { deployments } = HistoryBuilder.create()
      .deploys('v1', { at: '11-01 08:00', environment: 'prod-eu' })
      .deploys('v1', { at: '11-01 08:10', environment: 'prod-us' })
      .deploys('v2', { at: '11-02 08:00', environment: 'prod-eu' })
      .deploys('v1.1', { at: '11-02 08:10', environment: 'prod-us' })
      .deploys('v2', { at: '11-02 08:20', environment: 'prod-us' })
      .facts({ rules: { environmentAliases: { production: ['prod-*'] } } });
    expect(
      deployments.map(item => [
        item.environment,
        item.version,
        item.targets.map(({ target }) => target),
      ]),
    ).toEqual([
      ['production', 'v1', ['prod-eu', 'prod-us']],
      ['production', 'v2', ['prod-eu']],
      ['production', 'v1.1', ['prod-us']],
      ['production', 'v2', ['prod-us']],
    ]);
  });

  it('joins the steps of one run, and of incidents', () => {
    const { deployments, incidents } = HistoryBuilder.create()
      .step('ci:1', 'started', { at: '11-02 08:00', environment: 'Production' })
      .step('ci:1', 'succeeded', { at: '11-02 08:05', environment: 'prod' })
      .incident('INC-1', { at: '11-02 08:20', environment: 'PROD' })
      .facts();
    expect(deployments).toHaveLength(1);
    expect(deployments[0]).toMatchObject({
      state: 'succeeded',
      environment: 'production',
    });
    expect(incidents[0]).toMatchObject({
      environment: 'production',
      production: true,
      cause: { deploymentId: deployments[0].id },
    });
  });
});
