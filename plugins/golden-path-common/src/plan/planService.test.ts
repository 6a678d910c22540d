import fc from 'fast-check';
import { plannedService } from '../testUtils/plannedService';
import { shopKartPlatform } from '../testUtils/shopKartPlatform';
import { stockAnswers } from '../testUtils/stockAnswers';
import { layersOf } from './layersOf';
import { planService } from './planService';

describe('planService', () => {
  it('makes a whole service of what somebody types', () => {
    expect(plannedService()).toEqual({
      stack: 'fastapi',
      name: 'gift-cards',
      title: 'Gift cards',
      description: 'Sells gift cards and keeps what is left on them',
      module: 'gift_cards',
      javaPackage: 'com.shopkart.giftcards',
      entityRef: 'component:default/gift-cards',
      owner: { ref: 'group:default/loyalty', name: 'loyalty' },
      system: { ref: 'system:default/purchase', name: 'purchase' },
      tier: 2,
      lifecycle: 'experimental',
      dependsOn: [],
      dataStore: 'redis',
      promise: {
        availability: { percent: 99.9, target: '0.999', budgetMinutes: 43.2 },
        errors: { percent: 1, ratio: '0.01', target: '0.99' },
        latency: {
          p95: { ms: 500, seconds: '0.5' },
          p99: { ms: 1000, seconds: '1' },
        },
      },
      canary: {
        weights: [10, 50, 100],
        maxErrorRatio: '0.01',
        maxLatencyGrowth: '1.5',
      },
      scaling: { minReplicas: 3, maxReplicas: 10 },
      loadTest: { users: 200, minutes: 5 },
      alerts: {
        pagerdutyService: '',
        slackChannel: '#loyalty',
        email: 'loyalty@shopkart.example',
        runbookUrl:
          'https://github.com/shopkart/gift-cards/blob/main/docs/runbook.md',
        portalUrl: 'http://localhost:3000/catalog/default/component/gift-cards',
      },
      pipeline: 'github',
      strategy: 'canary',
      terraform: true,
      chaos: true,
      repository: {
        host: 'github.com',
        type: 'github',
        owner: 'shopkart',
        name: 'gift-cards',
        slug: 'shopkart/gift-cards',
        url: 'https://github.com/shopkart/gift-cards',
        repoUrl: 'github.com?owner=shopkart&repo=gift-cards',
        defaultBranch: 'main',
        sourceLocation: 'url:https://github.com/shopkart/gift-cards/tree/main/',
      },
      image: {
        registry: 'registry.shopkart.example',
        repository: 'registry.shopkart.example/gift-cards',
      },
      platform: {
        portalUrl: 'http://localhost:3000',
        prometheusUrl: 'http://prometheus-operated.monitoring.svc:9090',
        monitoringNamespace: 'monitoring',
        gatewayNamespace: 'gateway',
        gatewayName: 'shared',
        hostDomain: 'shopkart.example',
        secretStore: 'platform',
        cluster: 'shop-production',
        argocdNamespace: 'argocd',
        argocdProject: 'default',
        region: 'eu-central-1',
        stateBucket: 'shopkart-terraform-state',
        sonarUrl: 'https://sonar.shopkart.example',
        javaGroup: 'com.shopkart',
        otlpEndpoint: 'http://otel-collector.monitoring.svc:4318',
      },
      template: { name: 'fastapi-service', version: '1.0.0' },
    });
  });

  it.each([
    ['fastapi', 'redis', 'fastapi-service'],
    ['spring-boot', 'postgresql', 'spring-boot-service'],
    ['node', 'none', 'node-service'],
  ] as const)('gives %s its data store', (stack, dataStore, template) => {
    const service = plannedService({ stack });
    expect(service.dataStore).toBe(dataStore);
    expect(service.template).toEqual({ name: template, version: '1.0.0' });
    expect(layersOf(service)[0]).toBe(`stacks/${stack}`);
  });

  it('gives an entity one way of writing', () => {
    const { owner, dependsOn } = plannedService({
      owner: 'group:default/Loyalty.Crew',
      dependsOn: ['component:default/Cart', 'component:default/cart'],
      slackChannel: '',
    });
    expect(owner).toEqual({
      ref: 'group:default/loyalty.crew',
      name: 'loyalty.crew',
    });
    expect(dependsOn).toEqual(['component:default/cart']);
  });

  it('sends alerts to the owner where the form names nobody', () => {
    const options = {
      stack: 'node',
      version: '1.0.0',
      parameters: stockAnswers({ email: '', owner: 'group:default/a.b' }),
      platform: shopKartPlatform,
      host: { type: 'github', baseUrl: 'https://github.com' },
    } as const;
    expect(
      planService({ ...options, ownerEmail: 'a@shopkart.example' }).alerts,
    ).toMatchObject({
      email: 'a@shopkart.example',
      slackChannel: '#a-b',
      pagerdutyService: '',
    });
    const sentence = 'email: group:default/a.b has no e-mail address';
    expect(() => planService(options)).toThrow(sentence);
    expect(() => planService({ ...options, ownerEmail: 'a\n@b.c' })).toThrow(
      sentence,
    );
  });

  it.each(['default', 'monitoring', 'gateway', 'argocd', 'kube-system'])(
    'leaves the namespace %s alone',
    name => {
      expect(() => plannedService({ name })).toThrow(
        `name: '${name}' is a namespace of the cluster already`,
      );
    },
  );

  it.each(['true', 'false', 'null', 'yes', 'off'])(
    'refuses %s, which YAML takes for something else',
    name => {
      expect(() => plannedService({ name })).toThrow(
        `name: '${name}' is no text in YAML`,
      );
    },
  );

  it('gives the same service for the same answers', () => {
    fc.assert(
      fc.property(
        fc.record({
          availability: fc
            .integer({ min: 9500, max: 9999 })
            .map(hundredths => hundredths / 100),
          errorRatePercent: fc
            .integer({ min: 10, max: 500 })
            .map(hundredths => hundredths / 100),
          tier: fc.constantFrom(1 as const, 2 as const, 3 as const),
          description: fc
            .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 140 })
            .filter(text => /^[\w ,.:;'"#&*!|>-]+$/.test(text))
            .filter(text => text.trim() === text),
        }),
        answers => {
          const service = plannedService(answers);
          expect(plannedService(answers)).toEqual(service);
          expect(service.description).toBe(answers.description);
          expect(JSON.stringify(service)).not.toMatch(
            /undefined|null|\[object|NaN/,
          );
        },
      ),
    );
  });
});
