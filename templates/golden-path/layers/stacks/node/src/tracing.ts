import { context, propagation } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace';
import type { Settings } from './settings.ts';

/**
 * Starts tracing. Every request has ids for its log lines; spans leave the process only
 * where OTEL_EXPORTER_OTLP_ENDPOINT says where to.
 */
export function startTracing(settings: Settings, ...processors: SpanProcessor[]): TracerProvider {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  const { otlpEndpoint } = settings;
  const exporting =
    otlpEndpoint === undefined
      ? []
      : [
          new BatchSpanProcessor({
            exporter: new OTLPTraceExporter({
              url: `${otlpEndpoint}/v1/traces`,
            }),
          }),
        ];
  return new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': settings.serviceName,
      'service.version': settings.serviceVersion,
      'deployment.environment.name': settings.deploymentEnvironment,
    }),
    spanProcessors: [...exporting, ...processors],
  });
}
