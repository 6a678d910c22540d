import { ServiceUnavailableError } from '@backstage/errors';
import type { RequestHandler, Request, Response } from 'express';
import type { DoorBook } from './DoorBook';
import type { DoorMetrics } from './DoorMetrics';
import type { IntakeGate } from './IntakeGate';
import { type ReadBody, readBody } from './readBody';
import { type RejectionReason, rejectionReason } from './rejectionReason';

/** Seconds after which a sender should come back. */
const RETRY_SECONDS = 5;

/** Faults of the request itself, which nobody else writes into the book. */
const IN_THE_BOOK = new Set<RejectionReason>([
  'too-long',
  'compressed',
  'malformed',
]);

/** What a door does with a request. */
export interface Intake {
  request: Request;
  response: Response;
  /**
   * Reads the body, as far as there is room for it.
   *
   * @param options.keepsHead - of what is too long, the beginning is wanted
   */
  read(options: { keepsHead: boolean }): Promise<ReadBody>;
}

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
  book: DoorBook;
  handle: (intake: Intake) => Promise<void>;
}): RequestHandler {
  const { source, gate, metrics, book, handle } = options;
  return async (request, response, next) => {
    metrics?.received(source);
    const pass = gate.enter(source);
    try {
      if (!pass) {
        throw new ServiceUnavailableError(
          'Too many deliveries are being taken in; come back later',
        );
      }
      await handle({
        request,
        response,
        read: wanted =>
          readBody({
            ...wanted,
            request,
            response,
            hold: bytes => pass.hold(bytes),
          }),
      });
    } catch (error) {
      const reason = rejectionReason(error);
      metrics?.rejected(source, reason);
      if (IN_THE_BOOK.has(reason) && error instanceof Error) {
        book.rejected(source, error.message);
      }
      if (error instanceof ServiceUnavailableError) {
        response.set('Retry-After', String(RETRY_SECONDS));
      }
      next(error);
    } finally {
      pass?.leave();
    }
  };
}
