import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type RenderedService,
  renderService,
} from '../__testUtils__/renderService';
import { nodeCase } from './__testUtils__/nodeCase';
import { RunningProgram } from './__testUtils__/RunningProgram';
import { RunningService } from './__testUtils__/RunningService';

/** Installing takes long on a busy machine. */
const LIMIT_MS = 10 * 60_000;
/** How k6 ends when a threshold is missed, and when the script gives up. */
const THRESHOLD_MISSED = 99;
const ABORTED = 108;

/** What k6 measured, as `--summary-export` writes it. */
interface Summary {
  metrics: Record<
    string,
    Record<string, number> & {
      /** Whether each was missed. */
      thresholds?: Record<string, boolean>;
    }
  >;
}

let rendered: RenderedService;

/** Runs the generated load test, shorter and with fewer users than it would. */
async function loadTest(options: {
  url: string;
  name: string;
}): Promise<{ end: number | string; output: string; summary: () => Summary }> {
  const { url, name } = options;
  const file = join(rendered.folder, `reports-${name}.json`);
  const k6 = RunningProgram.start({
    command: process.env.K6_BIN ?? 'k6',
    args: [
      'run',
      '--no-usage-report',
      '--quiet',
      `--summary-export=${file}`,
      'load-test/load.ts',
    ],
    folder: rendered.folder,
    environment: {
      BASE_URL: url,
      USERS: '5',
      MINUTES: '0.25',
      // k6 has an API of its own on a port of its own
      K6_ADDRESS: '127.0.0.1:0',
    },
  });
  return {
    end: await k6.ended,
    output: k6.output,
    summary: () => JSON.parse(readFileSync(file, 'utf8')),
  };
}

/** Of a run, the thresholds by metric: what was asked, and what was missed. */
function thresholdsOf({ metrics }: Summary) {
  const all = Object.entries(metrics).flatMap(([metric, { thresholds }]) =>
    Object.entries(thresholds ?? {}).map(([threshold, isMissed]) => ({
      text: `${metric}: ${threshold}`,
      isMissed,
    })),
  );
  return {
    asked: all.map(({ text }) => text),
    missed: all
      .filter(one => one.isMissed)
      .map(({ text }) => text)
      .sort(),
  };
}

/** Runs the load test against a service with these settings. */
async function against(name: string, environment: Record<string, string>) {
  const service = await RunningService.start({
    stackCase: nodeCase,
    folder: rendered.folder,
    environment: { FAULTS_ENABLED: 'true', ...environment },
  });
  try {
    return await loadTest({ name, url: `http://127.0.0.1:${service.port}` });
  } finally {
    await service.stop();
  }
}

beforeAll(async () => {
  rendered = await renderService({ stack: 'node' });
  await RunningProgram.run({
    command: './ci/stack.sh',
    args: ['install'],
    folder: rendered.folder,
    environment: nodeCase.tools,
  });
}, LIMIT_MS);

describe('the load test of a new service', () => {
  it(
    'passes where the service keeps its promise, which its thresholds are',
    async () => {
      const { end, output, summary } = await against('sound', {});

      expect([end, output]).toEqual([0, expect.anything()]);
      const { errors, latency } = rendered.service.promise;
      const { asked, missed } = thresholdsOf(summary());
      expect(asked.sort()).toEqual(
        [
          `checks: rate>${1 - Number(errors.ratio)}`,
          `http_req_duration: p(95)<${latency.p95.ms}`,
          `http_req_duration: p(99)<${latency.p99.ms}`,
          `http_req_failed: rate<${errors.ratio}`,
        ].sort(),
      );
      expect(missed).toEqual([]);
      const { http_reqs: requests, vus_max: users } = summary().metrics;
      expect(requests.count).toBeGreaterThan(100);
      expect(users.value).toBe(5);
    },
    LIMIT_MS,
  );

  it(
    'fails where the service is too slow, and for that alone',
    async () => {
      const { p99 } = rendered.service.promise.latency;
      const { end, summary } = await against('slow', {
        FAULT_DELAY_MS: `${p99.ms + 100}`,
      });

      expect(end).toBe(THRESHOLD_MISSED);
      expect(thresholdsOf(summary()).missed).toEqual([
        expect.stringMatching(/^http_req_duration: p\(95\)/),
        expect.stringMatching(/^http_req_duration: p\(99\)/),
      ]);
    },
    LIMIT_MS,
  );

  it(
    'fails where requests do',
    async () => {
      const { end, summary } = await against('failing', {
        FAULT_ERROR_RATIO: '0.2',
      });

      expect(end).toBe(THRESHOLD_MISSED);
      expect(thresholdsOf(summary()).missed).toEqual([
        expect.stringMatching(/^checks: /),
        expect.stringMatching(/^http_req_failed: /),
      ]);
    },
    LIMIT_MS,
  );

  it(
    'ends at once where nobody answers',
    async () => {
      const { end, output } = await loadTest({
        name: 'nobody',
        url: 'http://127.0.0.1:1',
      });

      expect(end).toBe(ABORTED);
      expect(output).toContain('http://127.0.0.1:1/readyz answered 0');
    },
    LIMIT_MS,
  );
});
