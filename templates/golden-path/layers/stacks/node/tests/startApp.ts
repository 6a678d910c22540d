import { after } from 'node:test';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { createApp } from '../src/app.ts';
import { Faults } from '../src/faults.ts';
import { ItemStore } from '../src/itemStore.ts';
import { createLog } from '../src/log.ts';
import { readSettings } from '../src/settings.ts';
import { startTracing } from '../src/tracing.ts';

interface AppUnderTest {
  env?: NodeJS.ProcessEnv;
  store?: ItemStore;
  wait?: (milliseconds: number) => Promise<unknown>;
}

/** A service under test, what it logs and traces, and a function that reads its metrics. */
export function startApp({ env = {}, store = new ItemStore(), wait }: AppUnderTest = {}) {
  const settings = readSettings({ SERVICE_NAME: 'shelf', ...env });
  const lines: Record<string, unknown>[] = [];
  const spans = new InMemorySpanExporter();
  const draining = { began: false };
  const app = createApp({
    settings,
    draining,
    store,
    log: createLog(settings, {
      write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>),
    }),
    tracerProvider: startTracing(settings, new SimpleSpanProcessor({ exporter: spans })),
    faults: new Faults({ settings, ...(wait && { wait }) }),
  });
  after(() => app.close());

  const readMetric = async (series: string): Promise<number | undefined> => {
    const { body } = await app.inject('/metrics');
    const line = body.split('\n').find((each) => each.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length + 1));
  };
  return { app, draining, lines, spans, readMetric };
}
