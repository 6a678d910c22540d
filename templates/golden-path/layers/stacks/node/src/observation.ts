import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  context,
  propagation,
  trace,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';

const PROBES = new Set(['/healthz', '/readyz', '/metrics']);

interface ObservationOptions {
  metrics: Metrics;
  tracer: Tracer;
  log: Logger;
}

/** Around every request but those of the platform: its span, its metrics and its log line. */
export function addObservation(
  app: FastifyInstance,
  { metrics, tracer, log }: ObservationOptions,
): void {
  const spans = new WeakMap<FastifyRequest, Span>();

  app.addHook('onRequest', (request, _reply, done) => {
    if (isProbe(request)) {
      done();
      return;
    }
    const caller = propagation.extract(ROOT_CONTEXT, request.headers);
    const span = tracer.startSpan(
      `${request.method} ${routeOf(request)}`,
      { kind: SpanKind.SERVER },
      caller,
    );
    spans.set(request, span);
    context.with(trace.setSpan(caller, span), done);
  });

  app.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    if (span) {
      const { method } = request;
      const route = routeOf(request);
      const status = reply.statusCode;
      const milliseconds = reply.elapsedTime;
      metrics.count({ method, route, status, seconds: milliseconds / 1000 });
      span.setAttributes({
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
      });
      if (status >= 500) {
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      context.with(trace.setSpan(context.active(), span), () => {
        log.info(
          { method, route, status, duration_ms: Math.round(milliseconds * 10) / 10 },
          'request',
        );
      });
      span.end();
    }
    done();
  });
}

function isProbe({ routeOptions: { url } }: FastifyRequest): boolean {
  return url !== undefined && PROBES.has(url);
}

function routeOf({ routeOptions: { url } }: FastifyRequest): string {
  return url === undefined ? 'unmatched' : showPattern(url);
}

/** A pattern of fastify as the world writes it: /api/items/{id}. */
export function showPattern(url: string): string {
  return url.replace(/:(\w+)/g, '{$1}');
}
