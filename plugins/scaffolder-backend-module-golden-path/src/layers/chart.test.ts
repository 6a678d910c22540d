import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import {
  type ChartValues,
  helmMissing,
  lintChart,
  renderChart,
} from '../__testUtils__/chart/renderChart';
import type {
  KubernetesObject,
  Parsed,
} from '../__testUtils__/kubernetes/KubernetesObject';
import { objectFaults } from '../__testUtils__/kubernetes/objectFaults';
import { findProgram } from '../__testUtils__/findProgram';
import {
  type RenderedService,
  renderService,
} from '../__testUtils__/renderService';
import { changeValues } from '../values/changeValues';

const run = promisify(execFile);
const describeWithHelm = helmMissing() ? describe.skip : describe;
const STRATEGIES = ['rolling', 'canary', 'blue-green'] as const;
const ENVIRONMENTS = ['staging', 'production'] as const;

describeWithHelm('the chart of a new service', () => {
  const services = {} as Record<
    'fastapi' | 'spring-boot' | 'node',
    RenderedService
  >;
  beforeAll(async () => {
    for (const stack of ['fastapi', 'spring-boot', 'node'] as const) {
      services[stack] = await renderService({
        stack,
        strategy: 'canary',
        errorRatePercent: 0.5,
        dependsOn: ['component:default/session-api'],
      });
    }
  });

  const rendered = (
    values: ChartValues = {},
    environment: (typeof ENVIRONMENTS)[number] = 'production',
    stack: keyof typeof services = 'fastapi',
  ) => renderChart({ folder: services[stack].folder, environment, values });

  const find = (objects: KubernetesObject[], kind: string, name?: string) =>
    objects.filter(
      object =>
        object.kind === kind && (!name || object.metadata.name === name),
    );
  const workload = (objects: KubernetesObject[]) =>
    [...find(objects, 'Deployment'), ...find(objects, 'Rollout')][0];
  const containerOf = (objects: KubernetesObject[]) =>
    workload(objects).spec.template.spec.containers[0];

  describe.each(['fastapi', 'spring-boot', 'node'] as const)('of %s', stack => {
    it.each(
      STRATEGIES.flatMap(strategy =>
        ENVIRONMENTS.map(environment => [strategy, environment] as const),
      ),
    )('is right as %s in %s, by values alone', async (type, environment) => {
      const objects = await rendered(
        { 'strategy.type': type },
        environment,
        stack,
      );
      const faults = await Promise.all(objects.map(objectFaults));
      expect(faults.flat()).toEqual([]);
      expect(workload(objects).kind).toBe(
        type === 'rolling' ? 'Deployment' : 'Rollout',
      );
    });
  });

  it.each<[string, ChartValues]>([
    ['a router', { 'strategy.canary.trafficRouter': 'gateway-api' }],
    ['a wait without traffic', { 'strategy.analysis.noTraffic': 'pause' }],
    ['a handover', { 'strategy.handover': true, 'strategy.type': 'rolling' }],
    ['a fixed number of pods', { 'autoscaling.enabled': false }],
    ['its own alert routes', { 'alertmanagerConfig.enabled': true }],
    ['the rules of the fleet', { 'prometheusRule.fleetRules': true }],
    ['a tag with a plus', { 'image.tag': '1.2.3_4' }],
  ])('is right with %s', async (_, values) => {
    await lintChart({
      folder: services.fastapi.folder,
      environment: 'production',
      values,
    });
    const faults = await Promise.all(
      (await rendered(values)).map(objectFaults),
    );
    expect(faults.flat()).toEqual([]);
  });

  it('needs nothing of others where all of theirs is switched off', async () => {
    const objects = await rendered({
      'strategy.type': 'rolling',
      'externalSecret.enabled': false,
      'httpRoute.enabled': false,
      'serviceMonitor.enabled': false,
      'prometheusRule.enabled': false,
    });
    expect(
      [...new Set(objects.map(({ apiVersion }) => apiVersion))].sort(),
    ).toEqual([
      'apps/v1',
      'autoscaling/v2',
      'networking.k8s.io/v1',
      'policy/v1',
      'v1',
    ]);
  });

  describe('pods', () => {
    it('are asked as the house asks', async () => {
      const { startupProbe, livenessProbe, readinessProbe } = containerOf(
        await rendered(),
      );
      expect(startupProbe).toEqual({
        httpGet: { path: '/healthz', port: 'http' },
        periodSeconds: 5,
        failureThreshold: 30,
      });
      expect(livenessProbe).toMatchObject({
        httpGet: { path: '/healthz' },
        initialDelaySeconds: 30,
        periodSeconds: 10,
        failureThreshold: 3,
      });
      expect(readinessProbe).toMatchObject({
        httpGet: { path: '/readyz' },
        initialDelaySeconds: 10,
        periodSeconds: 5,
        failureThreshold: 3,
      });
    });

    it('may do no more than they need', async () => {
      const objects = await rendered();
      const { spec } = workload(objects).spec.template;
      expect(spec).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: {
          runAsNonRoot: true,
          runAsUser: 65532,
          seccompProfile: { type: 'RuntimeDefault' },
        },
      });
      expect(containerOf(objects)).toMatchObject({
        resources: {
          requests: { cpu: '100m', memory: '128Mi' },
          limits: { cpu: '500m', memory: '512Mi' },
        },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
      });
      expect(
        find(objects, 'ServiceAccount')[0].automountServiceAccountToken,
      ).toBe(false);
    });

    it('are spread, each version for itself', async () => {
      const spread = async (type: string) =>
        workload(
          await rendered({ 'strategy.type': type }),
        ).spec.template.spec.topologySpreadConstraints.map((one: Parsed) => [
          one.topologyKey,
          one.matchLabelKeys,
        ]);
      expect(await spread('rolling')).toEqual([
        ['topology.kubernetes.io/zone', ['pod-template-hash']],
        ['kubernetes.io/hostname', ['pod-template-hash']],
      ]);
      expect(await spread('canary')).toEqual([
        ['topology.kubernetes.io/zone', ['rollouts-pod-template-hash']],
        ['kubernetes.io/hostname', ['rollouts-pod-template-hash']],
      ]);
    });

    it('have the time that their requests need to finish', async () => {
      const objects = await rendered({
        'config.shutdownGraceSeconds': 40,
        'config.preStopSeconds': 7,
      });
      const { spec } = workload(objects).spec.template;
      expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(47);
      expect(containerOf(objects).lifecycle.preStop.sleep.seconds).toBe(7);
    });

    it.each([
      ['fastapi', ['REDIS_URL']],
      ['spring-boot', ['DATABASE_URL', 'DATABASE_USER', 'DATABASE_PASSWORD']],
      ['node', []],
    ] as const)('of %s are given %j as secrets', async (stack, keys) => {
      const objects = await rendered({}, 'production', stack);
      const secret = containerOf(objects)
        .env.filter((one: Parsed) => one.valueFrom)
        .map((one: Parsed) => one.name);
      expect(secret).toEqual(keys);
      expect(
        find(objects, 'ExternalSecret').flatMap(({ spec }) =>
          spec.data.map((one: Parsed) => one.remoteRef.property),
        ),
      ).toEqual(keys);
    });

    it('are told version and environment, and of faults only in a drill', async () => {
      const env = async (values: ChartValues) =>
        Object.fromEntries(
          containerOf(await rendered(values, 'staging')).env.map(
            ({ name, value }: Record<string, string>) => [name, value],
          ),
        );
      const usual = await env({ 'image.tag': '1.2.3' });
      expect(usual).toMatchObject({
        PORT: '8080',
        SERVICE_NAME: 'gift-cards',
        SERVICE_VERSION: '1.2.3',
        DEPLOYMENT_ENVIRONMENT: 'staging',
        RATE_LIMIT_PER_SECOND: '500',
      });
      expect(usual).not.toHaveProperty('FAULTS_ENABLED');
      expect(
        await env({
          'faults.enabled': true,
          'faults.errorRatio': 0.2,
          'config.rateLimitPerSecond': 1000000,
        }),
      ).toMatchObject({
        FAULTS_ENABLED: 'true',
        FAULT_ERROR_RATIO: '0.2',
        RATE_LIMIT_PER_SECOND: '1000000',
      });
    });

    it('run what was scanned: the digest stands beside the tag', async () => {
      const digest = `sha256:${'ab'.repeat(32)}`;
      const { image } = containerOf(
        await rendered({ 'image.tag': '1.2.3', 'image.digest': digest }),
      );
      expect(image).toBe(
        `${services.fastapi.service.image.repository}:1.2.3@${digest}`,
      );
    });
  });

  describe('number of pods', () => {
    it.each(STRATEGIES)('of %s is the autoscaler’s', async type => {
      const objects = await rendered({ 'strategy.type': type });
      const [{ spec }] = find(objects, 'HorizontalPodAutoscaler');
      expect(spec).toMatchObject({
        scaleTargetRef: { kind: workload(objects).kind, name: 'gift-cards' },
        minReplicas: 3,
        maxReplicas: 10,
        behavior: {
          scaleUp: {
            stabilizationWindowSeconds: 0,
            policies: [{ type: 'Percent', value: 100, periodSeconds: 30 }],
          },
          scaleDown: {
            stabilizationWindowSeconds: 300,
            policies: [{ type: 'Percent', value: 50, periodSeconds: 60 }],
          },
        },
      });
      expect(workload(objects).spec).not.toHaveProperty('replicas');
    });

    it('follows CPU of the request and memory of the limit', async () => {
      const [{ spec }] = find(
        await rendered({}, 'production', 'spring-boot'),
        'HorizontalPodAutoscaler',
      );
      expect(spec.metrics.map(({ resource }: Parsed) => resource)).toEqual([
        {
          name: 'cpu',
          target: { type: 'Utilization', averageUtilization: 70 },
        },
        // 80 % of 1 GiB
        {
          name: 'memory',
          target: { type: 'AverageValue', averageValue: '819Mi' },
        },
      ]);
    });

    it('is the chart’s without an autoscaler', async () => {
      const objects = await rendered({
        'autoscaling.enabled': false,
        replicas: 4,
      });
      expect(find(objects, 'HorizontalPodAutoscaler')).toEqual([]);
      expect(workload(objects).spec.replicas).toBe(4);
    });

    it.each([
      [1, 0],
      [2, 1],
    ])('of %i has %i disruption budget', async (pods, budgets) => {
      const objects = await rendered({ 'autoscaling.minReplicas': pods });
      expect(find(objects, 'PodDisruptionBudget')).toHaveLength(budgets);
    });
  });

  describe('canary', () => {
    const weights = async (values: ChartValues) =>
      workload(await rendered(values)).spec.strategy.canary.steps.flatMap(
        (step: Parsed) => step.setWeight ?? [],
      );

    it.each([
      [1, [50, 100]],
      [2, [50, 100]],
      [3, [33, 66, 100]],
      [5, [20, 60, 100]],
      [10, [10, 50, 100]],
      [50, [10, 50, 100]],
    ])('of %i pods goes by whole pods', async (pods, expected) => {
      expect(
        await weights({
          'autoscaling.minReplicas': pods,
          'autoscaling.maxReplicas': 60,
        }),
      ).toEqual(expected);
    });

    it('has exact shares where a router splits the requests', async () => {
      const values = { 'strategy.canary.trafficRouter': 'gateway-api' };
      expect(await weights(values)).toEqual([10, 50, 100]);
      const objects = await rendered(values);
      expect(
        find(objects, 'Service').map(({ metadata }) => metadata.name),
      ).toEqual(['gift-cards', 'gift-cards-canary', 'gift-cards-metrics']);
      expect(
        find(objects, 'HTTPRoute')[0].spec.rules[0].backendRefs.map(
          ({ name }: Parsed) => name,
        ),
      ).toEqual(['gift-cards', 'gift-cards-canary']);
    });

    it('goes by whole pods where there is no route to split', async () => {
      const values = {
        'strategy.canary.trafficRouter': 'gateway-api',
        'httpRoute.enabled': false,
      };
      expect(await weights(values)).toEqual([33, 66, 100]);
      expect(
        workload(await rendered(values)).spec.strategy.canary,
      ).not.toHaveProperty('trafficRouting');
    });

    it('is judged all the way, by the promise and by the stable version', async () => {
      const objects = await rendered();
      const { analysis } = workload(objects).spec.strategy.canary;
      expect(analysis).toMatchObject({
        startingStep: 1,
        templates: [
          { templateName: 'gift-cards-errors' },
          { templateName: 'gift-cards-latency' },
        ],
      });
      const conditions = find(objects, 'AnalysisTemplate').map(
        ({ spec }) => spec.metrics[0].failureCondition,
      );
      expect(conditions).toEqual([
        'len(result) > 0 && !isNaN(result[0]) && result[0] > 0.005',
        'len(result) > 0 && !isNaN(result[0]) && result[0] > 1.5',
      ]);
    });

    it('goes back to one of the last versions without its steps', async () => {
      const { rollbackWindow } = workload(await rendered()).spec;
      expect(rollbackWindow).toEqual({ revisions: 3 });
    });

    it('goes on without traffic, or waits for a person', async () => {
      const errors = async (noTraffic: string) =>
        find(
          await rendered({ 'strategy.analysis.noTraffic': noTraffic }),
          'AnalysisTemplate',
          'gift-cards-errors',
        )[0].spec.metrics[0].successCondition;
      expect(await errors('pass')).toMatch(/^len\(result\) == 0 \|\| isNaN/);
      expect(await errors('pause')).toMatch(/^len\(result\) > 0 && !isNaN/);
    });
  });

  describe('blue-green', () => {
    it('has a preview, is judged before and after the switch, and can go back', async () => {
      const objects = await rendered({ 'strategy.type': 'blue-green' });
      const { rollbackWindow, strategy } = workload(objects).spec;
      const { blueGreen } = strategy;
      const templates = find(objects, 'AnalysisTemplate');
      expect(blueGreen).toMatchObject({
        activeService: 'gift-cards',
        previewService: 'gift-cards-preview',
        prePromotionAnalysis: {
          templates: [{ templateName: 'gift-cards-preview' }],
        },
        postPromotionAnalysis: {
          templates: [
            { templateName: 'gift-cards-errors' },
            { templateName: 'gift-cards-latency' },
          ],
        },
      });
      // every measurement ends while the old version still waits
      for (const { spec } of templates) {
        for (const { count, interval } of spec.metrics) {
          expect(count * Number.parseInt(interval, 10)).toBeLessThan(
            blueGreen.scaleDownDelaySeconds,
          );
        }
      }
      expect(templates).toHaveLength(3);
      // it would skip the analysis that the switch waits for
      expect(rollbackWindow).toBeUndefined();
    });
  });

  it('hands over between two kinds of workload without an outage', async () => {
    const both = await rendered({ 'strategy.handover': true });
    expect(find(both, 'Deployment')).toHaveLength(1);
    expect(find(both, 'Rollout')).toHaveLength(1);
    expect(
      find(both, 'HorizontalPodAutoscaler')[0].spec.scaleTargetRef.kind,
    ).toBe('Rollout');
    expect(find(both, 'Deployment')[0].spec).not.toHaveProperty('replicas');
  });

  describe('network', () => {
    it('lets in and out what is known, and nothing else', async () => {
      const [deny, allow] = find(await rendered(), 'NetworkPolicy');
      expect(deny.spec).toEqual({
        podSelector: {},
        policyTypes: ['Ingress', 'Egress'],
      });
      const { platform } = services.fastapi.service;
      const places = (rules: Parsed[], key: string) =>
        rules.map(rule => [
          rule[key].map(
            (one: Parsed) =>
              one.ipBlock?.cidr ??
              one.namespaceSelector.matchLabels['kubernetes.io/metadata.name'],
          ),
          rule.ports.map(({ port }: Parsed) => port),
        ]);
      expect(places(allow.spec.ingress, 'from')).toEqual([
        [[platform.gatewayNamespace, platform.monitoringNamespace], [8080]],
      ]);
      expect(places(allow.spec.egress, 'to')).toEqual([
        [['kube-system'], [53, 53]],
        [[platform.monitoringNamespace], [4317, 4318]],
        [['10.0.0.0/8'], [6379]],
        [['session-api'], [8080]],
      ]);
    });

    it('of a service without a data store reaches no address', async () => {
      const objects = await rendered({}, 'production', 'node');
      const [allow] = find(objects, 'NetworkPolicy', 'gift-cards');
      expect(allow.spec.egress).toHaveLength(3);
      expect(JSON.stringify(allow)).not.toContain('ipBlock');
    });
  });

  describe('monitoring', () => {
    it('scrapes every pod once and keeps versions apart', async () => {
      const objects = await rendered({ 'strategy.type': 'blue-green' });
      const [{ spec }] = find(objects, 'ServiceMonitor');
      const scraped = find(objects, 'Service').filter(({ metadata }) =>
        Object.entries(spec.selector.matchLabels).every(
          ([label, value]) => metadata.labels?.[label] === value,
        ),
      );
      expect(scraped.map(({ metadata }) => metadata.name)).toEqual([
        'gift-cards-metrics',
      ]);
      expect(spec.podTargetLabels).toEqual([
        'rollouts-pod-template-hash',
        'pod-template-hash',
      ]);
      expect(spec.endpoints[0].honorLabels).toBe(true);
    });

    it('never counts staging as production', async () => {
      const staging = await rendered({}, 'staging');
      const [{ spec }] = find(staging, 'ServiceMonitor');
      expect(spec.endpoints[0].metricRelabelings[0].replacement).toBe(
        'gift-cards-staging',
      );
      expect(
        find(staging, 'AnalysisTemplate')[0].spec.metrics[0].provider.prometheus
          .query,
      ).toContain('service="gift-cards-staging"');
      expect(find(staging, 'PrometheusRule')).toEqual([]);
    });

    it('loads the alerts as they are tested, with the templates of their own', async () => {
      const [rule] = find(await rendered(), 'PrometheusRule');
      const files = services.fastapi.files
        .map(({ path }) => path)
        .filter(path => /^chart\/alerts\/[^/]+\.yaml$/.test(path));
      const groups = files.flatMap(path =>
        parseAllDocuments(services.fastapi.read(path)).flatMap(
          document => document.toJS()?.groups ?? [],
        ),
      );
      expect(files.length).toBeGreaterThan(0);
      expect(rule.spec.groups).toEqual(groups);
      expect(JSON.stringify(rule)).toContain('{{ $');
    });
  });

  const promtool = findProgram('promtool');
  (promtool ? describe : describe.skip)('promtool', () => {
    it('can read what the analysis asks', async () => {
      const objects = await rendered({ 'strategy.type': 'blue-green' });
      const queries: string[] = find(objects, 'AnalysisTemplate').flatMap(
        ({ spec }) =>
          spec.metrics.map(
            (metric: Parsed) => metric.provider.prometheus.query,
          ),
      );
      const file = join(temporary(), 'queries.json');
      const rules = queries.map((expr, index) => ({
        record: `query_${index}`,
        expr: expr.replace(/\{\{args\.(\w+)\}\}/g, '$1'),
      }));
      writeFileSync(file, JSON.stringify({ groups: [{ name: 'q', rules }] }));
      const { stdout } = await run(promtool!, ['check', 'rules', file]);
      expect(stdout).toContain(`${queries.length} rules found`);
      expect(queries).toHaveLength(4);
    });
  });

  describe('values', () => {
    it.each<[string, ChartValues, RegExp]>([
      ['a key that nothing reads', { 'strategy.typ': 'canary' }, /typ/],
      ['faults in production', { 'faults.enabled': true }, /faults/],
      ['latest in production', { 'image.tag': 'latest' }, /tag/],
      ['an unknown strategy', { 'strategy.type': 'big-bang' }, /type/],
      [
        'a canary that never ends',
        { 'strategy.canary.weights': '10' },
        /weights/,
      ],
      ['a number as text', { 'autoscaling.minReplicas': '3' }, /minReplicas/],
      ['memory in bytes', { 'resources.limits.memory': '512' }, /memory/],
    ])(
      'with %s are refused, and the place is named',
      async (_, values, place) => {
        await expect(rendered(values)).rejects.toThrow(place);
        await expect(
          lintChart({
            folder: services.fastapi.folder,
            environment: 'production',
            values,
          }),
        ).rejects.toThrow(place);
      },
    );

    it('allow faults in staging', async () => {
      await expect(
        rendered({ 'faults.enabled': true }, 'staging'),
      ).resolves.toBeDefined();
    });

    it('are those that a saving changes', async () => {
      const { folder } = services.fastapi;
      const copy = temporary();
      cpSync(join(folder, 'chart'), join(copy, 'chart'), { recursive: true });
      const file = join(copy, 'chart', 'values.yaml');
      const spread = {
        maxSkew: 1,
        topologyKey: 'karpenter.sh/capacity-type',
        whenUnsatisfiable: 'ScheduleAnyway',
      };
      const { text } = changeValues({
        file: 'chart/values.yaml',
        source: readFileSync(file, 'utf8'),
        changes: [
          { path: 'resources.requests.cpu', yaml: '212m' },
          { path: 'resources.requests.memory', yaml: '96Mi' },
          { path: 'autoscaling.targetCPUUtilizationPercentage', yaml: '65' },
          { path: 'tolerations', yaml: '[{ key: spot, operator: Exists }]' },
          { path: 'topologySpreadConstraints', yaml: JSON.stringify([spread]) },
        ],
      });
      writeFileSync(file, text);
      const objects = await renderChart({
        folder: copy,
        environment: 'production',
      });
      const { spec } = workload(objects).spec.template;
      expect(spec.tolerations).toEqual([{ key: 'spot', operator: 'Exists' }]);
      expect(spec.topologySpreadConstraints[2]).toEqual(spread);
      expect(containerOf(objects).resources.requests).toEqual({
        cpu: '212m',
        memory: '96Mi',
      });
      expect(
        find(objects, 'HorizontalPodAutoscaler')[0].spec.metrics[0].resource
          .target.averageUtilization,
      ).toBe(65);
    });
  });

  const folders: string[] = [];
  function temporary(): string {
    const folder = mkdtempSync(join(tmpdir(), 'chart-'));
    folders.push(folder);
    return folder;
  }
  afterAll(() =>
    folders.forEach(folder => rmSync(folder, { recursive: true })),
  );
});
