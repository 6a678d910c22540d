import {
  sloDocument,
  TWO_DOCUMENTS,
  twoObjectives,
} from '@plimsoll/plugin-slo-common/testUtils';
import { parse, stringify } from 'yaml';
import { type Run, runIn } from './__testUtils__/runIn';

const CHECKOUT = stringify(sloDocument());
const COMPONENT = stringify({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout',
    annotations: { 'plimsoll.dev/runbook-url': 'https://runbooks.example/c' },
  },
  spec: { owner: 'payments' },
});
const DEPLOYMENT = stringify({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'checkout' },
});

const itself = (run: Run) => run;

describe('generate', () => {
  it('writes what the library writes', async () => {
    const files = {
      'slo/b.yaml': TWO_DOCUMENTS.map(one => stringify(one)).join('---\n'),
    };
    const argv = ['generate', 'slo', '--portal', 'https://portal.example'];
    const { exitCode, output, told } = await runIn({ files, argv }, itself);
    expect([exitCode, output]).toEqual([0, twoObjectives()]);
    expect(told).toEqual([
      expect.stringMatching(/^note: slo:default\/cart#served: spec.objectives/),
      expect.stringMatching(/^note: slo:default\/cart#served: spec.timeWindow/),
    ]);
  });

  it('reads the standard input', async () => {
    const { exitCode, output } = await runIn(
      { input: CHECKOUT, argv: ['generate', '-', '--part', 'objectives'] },
      itself,
    );
    expect(exitCode).toBe(0);
    expect(parse(output).groups).toHaveLength(2);
  });

  it('takes owner and runbook from the catalog file, and leaves others alone', async () => {
    const files = {
      'slo.yaml': CHECKOUT,
      'catalog-info.yaml': COMPONENT,
      'deploy/app.yml': DEPLOYMENT,
      'chart/templates/app.yaml': '{{- if .Values.on }}\nkind: [\n{{- end }}',
      'node_modules/x/slo.yaml': 'apiVersion: openslo/v1',
      'notes.txt': 'apiVersion: openslo/v1',
    };
    const { exitCode, output, told } = await runIn(
      { files, argv: ['generate', '.'] },
      itself,
    );
    expect([exitCode, told]).toEqual([0, []]);
    expect(output).toContain("owner: 'group:default/payments'");
    expect(output).toContain("runbook_url: 'https://runbooks.example/c'");
  });

  it('writes the resource of the operator to a file', async () => {
    const argv = [
      ...['generate', 'slo.yaml', '--format', 'prometheusrule'],
      ...['--name', 'shop-slos', '--out', 'rules.yaml'],
    ];
    await runIn({ files: { 'slo.yaml': CHECKOUT }, argv }, run => {
      expect([run.exitCode, run.output]).toEqual([0, '']);
      expect(parse(run.read('rules.yaml'))).toMatchObject({
        kind: 'PrometheusRule',
        metadata: { name: 'shop-slos' },
      });
    });
  });

  it('counts samples at the interval that is given', async () => {
    const gauge = stringify(
      sloDocument({
        objective: { op: 'gte', value: 5 },
        spec: {
          indicator: {
            metadata: { name: 'i' },
            spec: {
              thresholdMetric: {
                metricSource: { spec: { query: 'sum(free)' } },
              },
            },
          },
        },
      }),
    );
    const { output } = await runIn(
      { input: gauge, argv: ['generate', '-', '--scrape-interval', '15s'] },
      itself,
    );
    expect(output).toContain('[299999ms:15s]');
  });

  it('lets every selector carry the matchers that are given', async () => {
    const argv = ['generate', '-', '--part', 'objectives'];
    const { output } = await runIn(
      {
        input: CHECKOUT,
        argv: [...argv, '--matcher', 'tenant=shop', '--matcher', 'dc=a"b'],
      },
      itself,
    );
    const selectors = output.match(/http_requests_total\{[^}]*\}/g) ?? [];
    expect(selectors.length).toBeGreaterThan(1);
    selectors.forEach(selector =>
      expect(selector).toMatch(/,tenant="shop",dc="a\\"b"\}$/),
    );
    const others = await runIn(
      {
        input: CHECKOUT.replace('{job=', '{tenant="x",job='),
        argv: [...argv, '--check', '--matcher', 'tenant=shop'],
      },
      itself,
    );
    expect([others.exitCode, others.output]).toEqual([1, '']);
  });

  it('writes the rules of one source, and says where several stand together', async () => {
    const files = {
      'slo/eu.yaml': CHECKOUT,
      'slo/us.yaml': stringify(sloDocument({ name: 'us' })).replaceAll(
        'type: Prometheus',
        'metricSourceRef: us',
      ),
    };
    const argv = ['generate', 'slo', '--part', 'objectives'];
    const both = await runIn({ files, argv }, itself);
    expect(both.told).toEqual([
      expect.stringMatching(/^note: all rules: .*\(prometheus, us\)/),
    ]);
    const us = await runIn(
      { files, argv: [...argv, '--source', 'us'] },
      itself,
    );
    expect([us.told, parse(us.output).groups.length]).toEqual([[], 2]);
    const none = await runIn(
      { files, argv: [...argv, '--source', 'uk'] },
      itself,
    );
    expect([none.exitCode, none.told]).toEqual([
      2,
      [expect.stringContaining('write prometheus or us')],
    ]);
  });

  it('follows links, as in a folder that Kubernetes mounted', async () => {
    const files = { 'slo/..2026_11/slo.yaml': CHECKOUT };
    const links = {
      'slo/..data': '..2026_11',
      'slo/slo.yaml': '..data/slo.yaml',
      'slo/round': '.',
    };
    const argv = ['generate', 'slo', '--part', 'objectives'];
    const { exitCode, output, told } = await runIn(
      { files, links, argv },
      itself,
    );
    expect([exitCode, told]).toEqual([0, []]);
    expect(parse(output).groups).toHaveLength(2);
    const linked = await runIn(
      {
        files: { 'elsewhere/slo.yaml': CHECKOUT, 'slo/notes.txt': '' },
        links: { 'slo/slo.yaml': '../elsewhere/slo.yaml' },
        argv,
      },
      itself,
    );
    expect(parse(linked.output).groups).toHaveLength(2);
    const broken = await runIn(
      { files, links: { 'slo/gone.yaml': 'nowhere' }, argv },
      itself,
    );
    expect([broken.exitCode, broken.told]).toEqual([
      2,
      ['slo/gone.yaml is a link that leads nowhere: mend or remove it'],
    ]);
  });

  it.each([
    [stringify(sloDocument({ objective: { target: 99 } })), 'targetPercent'],
    ['a: [', 'line 1, column 5'],
    ['kind: SLO', 'apiVersion'],
    [
      CHECKOUT.replace('sum(rate(', 'sum(irate('),
      'spec.indicator.spec.ratioMetric.bad.metricSource.spec.query',
    ],
  ])(
    'writes nothing where a document has to be mended: %#',
    async (text, place) => {
      const files = {
        'slo.yaml': text,
        'good.yaml': stringify(TWO_DOCUMENTS[1]),
      };
      const argv = ['generate', 'slo.yaml', 'good.yaml'];
      const { exitCode, output, told } = await runIn({ files, argv }, itself);
      expect([exitCode, output]).toEqual([1, '']);
      const errors = told.filter(line => line.startsWith('error: '));
      expect(errors.join('\n')).toContain(place);
      expect(told.at(-1)).toBe('Nothing was written: mend these first.');
    },
  );

  it('checks first where that is asked for', async () => {
    const never = stringify(sloDocument({ window: '30d' }));
    const { exitCode, output, told } = await runIn(
      { input: never, argv: ['generate', '-', '--check'] },
      itself,
    );
    expect(exitCode).toBe(0);
    expect(output).toContain('groups:');
    expect(told.join('\n')).toMatch(/1 objectives?: 0 errors/);
  });

  it('checks no catalog file that is named beside documents', async () => {
    const files = { 'slo/a.yaml': CHECKOUT, 'catalog-info.yaml': COMPONENT };
    const argv = ['generate', 'slo/', 'catalog-info.yaml', '--check'];
    const { exitCode, output, told } = await runIn({ files, argv }, itself);
    expect([exitCode, told]).toEqual([
      0,
      [expect.stringMatching(/^1 documents, 1 objectives: 0 errors, 0 warn/)],
    ]);
    expect(output).toContain("owner: 'group:default/payments'");
    const alone = await runIn(
      { files, argv: ['check', 'catalog-info.yaml'] },
      itself,
    );
    expect([alone.exitCode, alone.told]).toEqual([
      2,
      ['There is no OpenSLO document in what was given'],
    ]);
  });
});

describe('fleet', () => {
  it('needs no document', async () => {
    const { exitCode, output } = await runIn({ argv: ['fleet'] }, itself);
    expect(exitCode).toBe(0);
    expect(parse(output).groups).toEqual([
      expect.objectContaining({ name: 'plimsoll-slo-burn-rates' }),
    ]);
  });
});

describe('help and wrong use', () => {
  it('helps', async () => {
    for (const argv of [['--help'], ['help'], ['generate', '-h']]) {
      const { exitCode, output } = await runIn({ argv }, itself);
      expect([exitCode, output]).toEqual([
        0,
        expect.stringContaining('plimsoll-rules generate'),
      ]);
    }
  });

  it.each([
    [[], 'Write a command'],
    [['make'], 'There is no command make'],
    [['generate'], 'Name files or folders'],
    [['check'], 'Name files or folders'],
    [['generate', 'gone.yaml'], 'gone.yaml cannot be read'],
    [['generate', 'empty'], 'empty holds no YAML'],
    [['generate', 'other.yaml'], 'no SLO document'],
    [['generate', '-', '--format', 'json'], 'prometheus or prometheusrule'],
    [['generate', '-', '--part', 'half'], '--part half is not known'],
    [['generate', '-', '--name', 'A b'], 'no name of a Kubernetes resource'],
    [['generate', '-', '--portal', 'portal'], 'from http:// or https:// on'],
    [['generate', '-', '--scrape-interval', '1h'], 'from 1 to 300'],
    [['generate', '-', '--matcher', 'tenant'], 'write label=value'],
    [['generate', '-', '--matcher', '=shop'], 'write label=value'],
    [['check', '-', '--matcher', 'a=b', '--matcher', 'a=c'], 'names a twice'],
    [['generate', '-', '--what'], '--help lists all'],
    [['fleet', '--out', 'gone/rules.yaml'], 'cannot be written: ENOENT'],
  ])('%j is wrong use, and says how it is meant', async (argv, message) => {
    const files = { 'other.yaml': DEPLOYMENT, 'empty/notes.txt': '' };
    const { exitCode, told } = await runIn({ files, argv }, itself);
    expect([exitCode, told.join('\n')]).toEqual([
      2,
      expect.stringContaining(message),
    ]);
  });
});
