import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runIn } from '../__testUtils__/runIn';
import { runCheck, TOKEN_VARIABLE } from './runCheck';

const slo = (
  options: { total?: string; target?: number; spec?: string } = {},
) => {
  const {
    total = 'sum(rate(requests_total[{{.window}}]))',
    target = 0.999,
    spec = `{ query: '${total}' }`,
  } = options;
  return `
apiVersion: openslo/v1
kind: SLO
metadata: { name: checkout }
spec:
  service: checkout
  indicator:
    metadata: { name: checkout-requests }
    spec:
      ratioMetric:
        counter: true
        bad: { metricSource: { spec: ${
          options.spec ? spec : "{ query: 'sum(errors_total)' }"
        } } }
        total: { metricSource: { spec: ${spec} } }
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ displayName: Served, target: ${target} }]
`;
};

async function check(text: string, prometheus?: string) {
  const lines: string[] = [];
  const code = await runCheck({
    files: [{ name: 'slo.yaml', text }],
    prometheus,
    write: line => lines.push(line),
  });
  return { code, lines };
}

describe('runCheck', () => {
  it('has nothing to say of a good document', async () => {
    expect(await check(slo())).toEqual({
      code: 0,
      lines: [
        '1 documents, 1 objectives: 0 errors, 0 warnings, 0 notes (series were not asked for: add --prometheus URL)',
      ],
    });
  });

  it('finds a sum before the rate without any server', async () => {
    const { code, lines } = await check(
      slo({ total: 'rate(sum(requests_total)[{{.window}}])' }),
    );
    expect(code).toBe(1);
    expect(lines[0]).toMatch(
      /^error {4}slo\.yaml: SLO checkout {2}spec\.indicator\.spec\.ratioMetric\.total\.metricSource\.spec\.query {2}.*counter resets cannot be seen$/,
    );
    expect(lines[1]).toMatch(/^ {9}-> Take the rate first and sum then/);
  });

  it('tells without failing', async () => {
    const { code, lines } = await check(slo({ target: 0.9 }));
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^info .*pairs are left out: 1h\/5m/);
  });

  it("does not pretend to read other sources' words", async () => {
    const { code, lines } = await check(slo({ spec: '{ fact: deployment }' }));
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^info .*not PromQL/);
  });

  it('lets no document write to the terminal', async () => {
    const { lines } = await check(
      'kind: "\\e[2J\\r\\nerror"\nmetadata: { name: a }',
    );
    // eslint-disable-next-line no-control-regex
    expect(lines.join('|')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });

  it('says that an address cannot be used', async () => {
    await expect(check(slo(), 'ftp://prometheus')).rejects.toThrow(
      /^--prometheus ftp:\/\/prometheus cannot be used: /,
    );
  });
});

describe('check of a folder', () => {
  const checkFolder = (files: Record<string, string>) =>
    runIn({ files, argv: ['check', 'slo'] }, ({ exitCode, told }) => ({
      exitCode,
      told,
    }));

  it('fails by a file that is no YAML beside a good one', async () => {
    const { exitCode, told } = await checkFolder({
      'slo/cart.yaml': slo(),
      'slo/checkout.yaml': slo().replace('  service:', '\tservice:'),
    });
    expect(exitCode).toBe(1);
    expect(told[0]).toMatch(
      /^error {4}slo\/checkout\.yaml {2}line \d+, column/,
    );
  });

  it('does not call it well that there is nothing to check', async () => {
    expect(await checkFolder({ 'slo/compose.yaml': 'services: {}' })).toEqual({
      exitCode: 2,
      told: ['There is no OpenSLO document in what was given'],
    });
  });
});

describe('runCheck with a server', () => {
  let server: Server;
  let address: string;
  const requests: Array<{ authorization?: string; query: string }> = [];
  let answer: () => { status: number; value?: string };

  beforeAll(async () => {
    server = createServer((req, res) => {
      let body = '';
      req.on('data', chunk => {
        body += chunk;
      });
      req.on('end', () => {
        requests.push({
          authorization: req.headers.authorization,
          query: new URLSearchParams(body).get('query') ?? '',
        });
        const { status, value } = answer();
        res.writeHead(status, { 'Content-Type': 'application/json' });
        res.end(
          JSON.stringify({
            status: 'success',
            data: {
              resultType: 'vector',
              result: value ? [{ metric: {}, value: [0, value] }] : [],
            },
          }),
        );
      });
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
  });
  beforeEach(() => {
    requests.length = 0;
  });
  afterEach(() => {
    delete process.env[TOKEN_VARIABLE];
  });

  it('finds series that are not there, and signs with a token', async () => {
    answer = () => ({ status: 200 });
    process.env[TOKEN_VARIABLE] = 'secret';
    const { code, lines } = await check(slo(), address);
    expect(code).toBe(1);
    expect(lines.filter(line => line.startsWith('error'))).toEqual([
      expect.stringContaining('has no series called errors_total'),
      expect.stringContaining('has no series called requests_total'),
    ]);
    expect(lines.at(-1)).toContain('(series were asked for)');
    expect(requests.length).toBeGreaterThan(0);
    expect(
      requests.every(({ authorization }) => authorization === 'Bearer secret'),
    ).toBe(true);
    expect(lines.join()).not.toContain('secret');
  });

  it('fails where the server does not answer', async () => {
    answer = () => ({ status: 401 });
    const { code, lines } = await check(slo(), address);
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^error .*Prometheus could not be asked: /);
  });
});
