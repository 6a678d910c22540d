import type { TracerProvider } from '@opentelemetry/api';
import { fastify, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Faults } from './faults.ts';
import { addItems } from './items.ts';
import { ItemStore } from './itemStore.ts';
import { Metrics } from './metrics.ts';
import { addObservation, showPattern } from './observation.ts';
import { addProbes, type Draining } from './probes.ts';
import { addProblems, Problem, sendProblem } from './problems.ts';
import { TokenBucket } from './rateLimit.ts';
import type { Settings } from './settings.ts';

const MAX_BODY_BYTES = 16 * 1024;

interface AppOptions {
  settings: Settings;
  log: Logger;
  tracerProvider: TracerProvider;
  draining: Draining;
  faults?: Faults;
  store?: ItemStore;
}

/** The whole service, without a port. */
export function createApp({
  settings,
  log,
  tracerProvider,
  draining,
  faults = new Faults({ settings }),
  store = new ItemStore(),
}: AppOptions): FastifyInstance {
  const metrics = new Metrics(settings);
  const limit = new TokenBucket(settings.rateLimitPerSecond);
  const app = fastify({
    bodyLimit: MAX_BODY_BYTES,
    exposeHeadRoutes: false,
    // a name that is a number is refused, not made a text
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    // a path that cannot be decoded has no route
    frameworkErrors: ({ statusCode = 500, message }, request, reply) => {
      void sendProblem(request, reply, statusCode, message);
    },
  });

  addProblems(app, log);
  addObservation(app, { metrics, tracer: tracerProvider.getTracer('app'), log });
  addProbes(app, metrics, draining);
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (draining.began) {
      // else the connection of the last answer would stay open, and the end wait for it
      reply.header('connection', 'close');
    }
    done();
  });
  app.register(
    (api, _options, done) => {
      api.addHook('onRoute', ({ method, url }) => {
        for (const each of [method].flat()) {
          if (each === 'PUT' || each === 'GET' || each === 'DELETE') {
            metrics.expectRoute(each, showPattern(url));
          }
        }
      });
      api.addHook('onRequest', async (request) => {
        if (!limit.take()) {
          throw new Problem(429, 'Too many requests, try again.', { 'Retry-After': '1' });
        }
        await faults.apply(request.headers['x-fault']);
      });
      addItems(api, store);
      done();
    },
    { prefix: '/api' },
  );
  return app;
}
