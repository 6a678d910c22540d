import { isSpanContextValid, trace } from '@opentelemetry/api';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { Settings } from './settings.ts';

/** Logs of one JSON object a line, each with the ids of the trace that it belongs to. */
export function createLog(settings: Settings, destination?: DestinationStream): Logger {
  return pino(
    {
      level: settings.logLevel,
      messageKey: 'message',
      errorKey: 'error',
      base: { service: settings.serviceName, version: settings.serviceVersion },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
      mixin: () => {
        const span = trace.getActiveSpan()?.spanContext();
        return span && isSpanContextValid(span)
          ? { trace_id: span.traceId, span_id: span.spanId }
          : {};
      },
    },
    destination ?? pino.destination({ sync: true }),
  );
}
