import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';

/** Whether the process was told to end and only finishes what it has begun. */
export interface Draining {
  began: boolean;
}

/** What the platform asks: is the process alive, may it have requests, what are its metrics. */
export function addProbes(app: FastifyInstance, metrics: Metrics, draining: Draining): void {
  app.get('/healthz', () => ({ status: 'up' }));

  // whoever adds a dependency asks it here
  app.get('/readyz', (_request, reply) =>
    draining.began ? reply.code(503).send({ status: 'draining' }) : { status: 'up' },
  );

  app.get('/metrics', async (_request, reply) => {
    reply.type(metrics.contentType);
    return metrics.render();
  });
}
