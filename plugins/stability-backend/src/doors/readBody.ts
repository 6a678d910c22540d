import { InputError } from '@backstage/errors';
import express, { type Request, type Response } from 'express';

/** Largest body, bytes: PagerDuty sends up to 256 kB, groups of alerts more. */
export const BODY_BYTES = 1024 * 1024;

/** A body has to be here by then, milliseconds. */
const PATIENCE_MS = 10_000;

const parser = express.raw({
  type: () => true,
  limit: BODY_BYTES,
  // a signature is over the bytes as they were sent
  inflate: false,
});

/**
 * Reads the exact bytes of a request.
 *
 * @param options.patienceMs - milliseconds in which they have to arrive, 10,000
 * by default: who is slower would hold a place that others need
 * @throws InputError when they do not; http-errors for what is too long (413),
 * comes compressed (415) or breaks off (400)
 */
export async function readBody(options: {
  request: Request;
  response: Response;
  patienceMs?: number;
}): Promise<Buffer> {
  const { request, response, patienceMs = PATIENCE_MS } = options;
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => {
        response.set('Connection', 'close');
        response.once('finish', () => request.destroy());
        reject(
          new InputError(
            `The body did not arrive within ${patienceMs / 1000} seconds`,
          ),
        );
      }, patienceMs);
      parser(request, response, error => (error ? reject(error) : resolve()));
    });
  } finally {
    clearTimeout(timer);
  }
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** Bytes that a request says it brings; the most it may where it is silent. */
export function announcedBytes(request: Request): number {
  const length = Number(request.headers['content-length'] ?? BODY_BYTES);
  return Number.isFinite(length) ? Math.min(length, BODY_BYTES) : BODY_BYTES;
}
