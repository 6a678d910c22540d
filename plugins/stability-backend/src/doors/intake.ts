import { ServiceUnavailableError } from '@backstage/errors';
import type { RequestHandler, Request, Response } from 'express';
import type { DoorMetrics } from './DoorMetrics';
import type { IntakeGate } from './IntakeGate';
import { announcedBytes } from './readBody';
import { rejectionReason } from './rejectionReason';

/** Least that a request costs, bytes: its socket and headers. */
const LEAST_BYTES = 16 * 1024;

/** Seconds after which a sender should come back. */
const RETRY_SECONDS = 5;

/**
 * Wraps what a door does with a request: what there is no room for, and what
 * the database does not take, is answered with 503 and `Retry-After`. Never
 * with 429, which Alertmanager takes for a final answer.
 */
export function intake(options: {
  /** Of the door, for the metrics. */
  source: string;
  gate: IntakeGate;
  /** None by default. */
  metrics?: DoorMetrics;
  handle: (request: Request, response: Response) => Promise<void>;
}): RequestHandler {
  const { source, gate, metrics, handle } = options;
  return async (request, response, next) => {
    metrics?.received(source);
    const leave = gate.enter(Math.max(LEAST_BYTES, announcedBytes(request)));
    try {
      if (!leave) {
        throw new ServiceUnavailableError(
          'Too many deliveries are being taken in; come back later',
        );
      }
      await handle(request, response);
    } catch (error) {
      metrics?.rejected(source, rejectionReason(error));
      if (error instanceof ServiceUnavailableError) {
        response.set('Retry-After', String(RETRY_SECONDS));
      }
      next(error);
    } finally {
      leave?.();
    }
  };
}
