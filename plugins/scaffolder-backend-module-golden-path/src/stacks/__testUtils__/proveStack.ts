import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './freePort';
import { LocalServer } from './LocalServer';
import { RunningProgram } from './RunningProgram';
import { RunningService } from './RunningService';
import type { DataStore, StackCase } from './StackCase';
import { StackPortal } from './StackPortal';
import { Watchers } from './Watchers';

/** Installing and building may take long on a busy machine. */
const LIMIT_MS = 15 * 60_000;
const NAME = 'gift-cards';
/** Of what spends 2 % of the budget of 30 days in an hour. */
const FAST_BURN = 14.4;
/** States of an objective whose budget went too fast. */
const BURNT = /^(burning|exhausted)$/;
const BOUNDS = ['0.05', '0.1', '0.25', '0.4', '0.5', '1', '2', '5'];

/**
 * Shows with the real tools that a service of a stack is what its template
 * promises: a portal creates it, its clone passes its own lint and tests, runs,
 * is scraped by a Prometheus with its own rules; and when it fails, its budget
 * burns in the portal, and who must know is told.
 */
export function proveStack(stackCase: StackCase): void {
  const { stack } = stackCase;
  const missing = stackCase.missing ?? Watchers.missing;
  const run = missing ? describe.skip : describe;

  run(missing ?? `a service of the stack ${stack}`, () => {
    let portal: StackPortal;
    let folder: string;
    let store: DataStore | undefined;
    let service: RunningService;
    let watchers: Watchers;
    let collector: LocalServer;
    const spansSentTo: string[] = [];

    const stackScript = (target: string) =>
      RunningProgram.run({
        command: './ci/stack.sh',
        args: [target],
        folder,
        environment: {
          ...stackCase.tools,
          ...store?.environment(store.address),
        },
      });

    beforeAll(async () => {
      const prometheusPort = await freePort();
      portal = await StackPortal.start({
        prometheusUrl: `http://127.0.0.1:${prometheusPort}`,
      });
      folder = await portal.create({ stack, name: NAME });
      store = await stackCase.openDataStore?.();
      await stackScript('install');
      await stackScript('coverage');
      collector = await LocalServer.start(({ url = '' }) => {
        spansSentTo.push(url);
      });
      service = await RunningService.start({
        stackCase,
        folder,
        store,
        environment: {
          FAULTS_ENABLED: 'true',
          SERVICE_VERSION: '1.2.3',
          OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        },
      });
      watchers = await Watchers.start({
        repository: folder,
        folder: join(folder, 'reports/watchers'),
        servicePort: service.port,
        prometheusPort,
      });
    }, LIMIT_MS);

    afterAll(async () => {
      await watchers?.stop();
      await service?.stop();
      await collector?.stop();
      await store?.stop();
      await portal?.stop();
    }, LIMIT_MS);

    it('has passed its own tests, and told the pipeline of them', async () => {
      const reports = join(folder, 'reports');

      expect(await readdir(join(reports, 'junit'))).not.toHaveLength(0);
      expect(existsSync(join(reports, 'coverage/coverage.xml'))).toBe(true);
    });

    it('keeps items, and answers mistakes with problems', async () => {
      const json = { 'content-type': 'application/json' };
      const put = (id: string, body: string) =>
        service.ask(`/api/items/${id}`, { method: 'PUT', headers: json, body });

      expect(await put('mug', '{"name":"A mug"}')).toMatchObject({
        status: 200,
      });
      expect(
        JSON.parse((await service.ask('/api/items/mug')).body),
      ).toMatchObject({ id: 'mug', name: 'A mug' });
      for (const [answer, status] of [
        [await service.ask('/api/items/none'), 404],
        [await put('MUG', '{"name":"A mug"}'), 400],
        [await put('mug', '{"name":""}'), 400],
        [await put('mug', '{'), 400],
        [await service.ask('/api/items/mug', { method: 'POST' }), 405],
        [await service.ask('/nothing'), 404],
      ] as const) {
        expect(answer).toMatchObject({
          status,
          type: expect.stringMatching(/^application\/problem\+json/),
        });
        expect(JSON.parse(answer.body)).toMatchObject({ status });
      }
    });

    it('logs an object a line, each request with its trace', async () => {
      await service.ask('/api/items/mug?secret=1', {
        headers: {
          traceparent:
            '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
        },
      });

      const requests = () =>
        service
          .logs()
          .filter(
            entry => entry.trace_id === '4bf92f3577b34da6a3ce929d0e0e4736',
          );
      while (requests().length === 0) {
        await sleep(50);
      }
      expect(requests()[0]).toMatchObject({
        time: expect.any(String),
        level: expect.any(String),
        message: expect.any(String),
        service: NAME,
        version: '1.2.3',
        span_id: expect.any(String),
        method: 'GET',
        route: expect.stringContaining('/api/items/'),
        status: 200,
        duration_ms: expect.any(Number),
      });
      expect(JSON.stringify(service.logs())).not.toContain('secret');
    });

    it('sends its spans where the environment says', async () => {
      await service.ask('/api/items/mug');

      while (spansSentTo.length === 0) {
        await sleep(200);
      }
      expect(new Set(spansSentTo)).toEqual(new Set(['/v1/traces']));
    });

    it('exposes what its objectives read, from the start', async () => {
      const { body } = await service.ask('/metrics');
      const series = body.split('\n').filter(line => !line.startsWith('#'));

      for (const method of ['GET', 'PUT', 'DELETE']) {
        for (const code of ['200', '500']) {
          expect(series).toContainEqual(
            expect.stringMatching(
              `^http_requests_total\\{(?=.*code="${code}")(?=.*method="${method}")(?=.*route="/api/items/)(?=.*service="${NAME}")`,
            ),
          );
        }
      }
      for (const bound of BOUNDS) {
        expect(series).toContainEqual(
          expect.stringMatching(
            `^http_request_duration_seconds_bucket\\{(?=.*le="${bound}(\\.0)?")(?=.*service="${NAME}")`,
          ),
        );
      }
      expect(body).not.toMatch(/route="\/(healthz|readyz|metrics)"/);
      expect(series).toContainEqual(
        expect.stringMatching(/^build_info\{.*version="1\.2\.3".*\} 1(\.0)?$/),
      );
    });

    it('is scraped by a Prometheus that has loaded its rules', async () => {
      const rules = async () => {
        let loaded = await watchers.rules();
        while (loaded.some(({ health }) => health === 'unknown')) {
          await sleep(500);
          loaded = await watchers.rules();
        }
        return loaded;
      };

      expect((await rules()).filter(({ health }) => health !== 'ok')).toEqual(
        [],
      );
      expect((await watchers.rules()).map(({ name }) => name)).toEqual(
        expect.arrayContaining(['ServiceErrorsCritical', 'ServiceDown']),
      );
      expect(
        await watchers.query(`count(http_requests_total{service="${NAME}"})`),
      ).toEqual([expect.any(Number)]);
    });

    if (stackCase.openDataStore) {
      it('lives on without its data store, and comes back with it', async () => {
        service.line?.cut();

        expect(await service.ask('/healthz')).toMatchObject({ status: 200 });
        expect(await service.ask('/readyz')).toMatchObject({ status: 503 });
        expect(await service.ask('/api/items/mug')).toMatchObject({
          status: 503,
          type: expect.stringMatching(/^application\/problem\+json/),
        });
        const up = async () =>
          (await service.ask('/metrics')).body
            .split('\n')
            .find(line => line.startsWith(`${store?.upMetric}{`));
        expect(await up()).toMatch(/ 0(\.0)?$/);

        service.line?.mend();

        while ((await service.ask('/readyz')).status !== 200) {
          await sleep(200);
        }
        expect(await service.ask('/api/items/mug')).toMatchObject({
          status: 200,
        });
        expect(await up()).toMatch(/ 1(\.0)?$/);
      });
    }

    describe('that fails', () => {
      let alerted: Promise<void>;

      beforeAll(() => {
        const pager = () => watchers.sink.namesFor(`${NAME}-pager`);
        alerted = service.failHalfUntil(
          () =>
            pager().has('ServiceErrorsCritical') && pager().has('SLOFastBurn'),
        );
        // whoever waits for it is told of its fault
        alerted.catch(() => undefined);
      });

      // while its alerts wait for their time
      it(
        'passes its own lint',
        async () => {
          await expect(stackScript('lint')).resolves.toEqual(
            expect.any(String),
          );
        },
        LIMIT_MS,
      );

      it(
        'alerts who must know, each by the right receiver',
        async () => {
          await alerted;

          const { sink } = watchers;
          for (const { receiver, labels, annotations } of sink.received) {
            expect(`${labels.severity} to ${receiver}`).toMatch(
              new RegExp(
                `^((critical|page) to ${NAME}-pager|(warning|ticket) to ${NAME}-chat|info to ${NAME}-mail)$`,
              ),
            );
            expect(annotations.runbook_url).toMatch(/^https?:/);
          }
          expect(sink.namesFor(`${NAME}-mail`)).toContain('ServiceDeployed');
        },
        LIMIT_MS,
      );

      it(
        'burns its budget of errors in the portal, which knows its latency, too',
        async () => {
          const errorsNow = async () =>
            (await portal.objectives(NAME))[`${NAME}-errors`];
          await service.failHalfUntil(async () =>
            BURNT.test((await errorsNow())?.state),
          );

          const errors = await errorsNow();
          expect(errors).toMatchObject({ faults: [], inconsistent: false });
          expect(errors.burnRates['5m']).toBeGreaterThan(FAST_BURN);
          expect(errors.budget.consumed).toBeGreaterThan(1);
          // half of the requests have failed
          expect(errors.sli).toBeCloseTo(0.5, 1);
          const objectives = await portal.objectives(NAME);
          for (const name of ['latency-p95', 'latency-p99']) {
            const latency = objectives[`${NAME}-${name}`];
            expect(latency).toMatchObject({ faults: [], inconsistent: false });
            expect(latency.sli).toBeGreaterThan(0.9);
          }
        },
        LIMIT_MS,
      );
    });

    it('refuses to start with a wrong value, in a sentence', async () => {
      const { end, output } = await RunningService.startInVain({
        stackCase,
        folder,
        environment: {
          ...store?.environment(store.address),
          PORT: 'eighty',
        },
      });

      expect(end).not.toBe(0);
      expect(output).toMatch(/\bPORT\b.*\.\s*$/m);
    });

    it('finishes what it has begun when it is told to end', async () => {
      const slow = service.ask('/api/items/mug', {
        headers: { 'x-fault': 'delay=2000' },
      });
      // the request has arrived when one that was sent after it is answered
      await service.ask('/healthz');

      const end = service.stop();

      expect(await slow).toMatchObject({ status: 200 });
      expect(await end).toBe(0);
    });
  });
}
