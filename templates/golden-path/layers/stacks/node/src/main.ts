import { createApp } from './app.ts';
import { createLog } from './log.ts';
import type { Draining } from './probes.ts';
import { readSettings, WrongEnvironment, type Settings } from './settings.ts';
import { startTracing } from './tracing.ts';

/** Serves until SIGTERM or SIGINT, finishes what was begun, and ends with 0. */
async function main(settings: Settings): Promise<void> {
  const log = createLog(settings);
  const tracerProvider = startTracing(settings);
  const draining: Draining = { began: false };
  const app = createApp({ settings, log, tracerProvider, draining });

  const end = async (signal: NodeJS.Signals) => {
    if (draining.began) {
      return;
    }
    draining.began = true;
    log.info({ signal }, 'ending');
    setTimeout(() => {
      log.error('requests took longer than SHUTDOWN_GRACE_SECONDS and were cut off');
      process.exit(1);
    }, settings.shutdownGraceSeconds * 1000).unref();
    await app.close();
    await tracerProvider.shutdown();
    log.info('ended');
    process.exit(0);
  };
  process.on('SIGTERM', (signal) => void end(signal));
  process.on('SIGINT', (signal) => void end(signal));

  await app.listen({ host: '0.0.0.0', port: settings.port });
  log.info({ port: settings.port }, 'listening');
}

try {
  await main(readSettings(process.env));
} catch (error) {
  // a wrong environment or a port that is taken: a sentence is enough
  process.stderr.write(`${error instanceof WrongEnvironment ? error.message : String(error)}\n`);
  process.exit(1);
}
