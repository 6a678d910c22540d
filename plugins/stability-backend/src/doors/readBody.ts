import { InputError, ServiceUnavailableError } from '@backstage/errors';
import type { Request, Response } from 'express';

/** Largest body, bytes: PagerDuty sends up to 256 kB, groups of alerts more. */
export const BODY_BYTES = 1024 * 1024;

/** What is kept of a longer one, bytes. */
export const HEAD_BYTES = 64 * 1024;

/** A body has to be here by then, milliseconds. */
const PATIENCE_MS = 10_000;

/** A body, or the beginning of one that is too long. */
export interface ReadBody {
  bytes: Buffer;
  isWhole: boolean;
}

/**
 * Reads the exact bytes of a request, since a signature is over them.
 *
 * @param options.patienceMs - milliseconds in which they have to arrive, 10,000
 * by default: who is slower would hold a place that others need
 * @param options.hold - asked for room for the bytes that have arrived in all
 * @param options.keepsHead - of what is too long the beginning is given back,
 * once the sender has sent it all and will hear the answer
 * @throws ServiceUnavailableError when they do not arrive in time or find no
 * room: the sender comes back; InputError when the request breaks off; errors
 * with the status 413 for what is too long and 415 for what comes compressed
 */
export async function readBody(options: {
  request: Request;
  response: Response;
  hold: (bytes: number) => boolean;
  keepsHead: boolean;
  patienceMs?: number;
}): Promise<ReadBody> {
  const { request, response, hold, keepsHead } = options;
  const { patienceMs = PATIENCE_MS } = options;
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    throw httpError(
      415,
      `A body in '${encoding}' is not read: send it as it is`,
    );
  }
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > BODY_BYTES && !keepsHead) {
    throw tooLong();
  }
  let parts: Buffer[] = [];
  let length = 0;
  /** Set when it became too long. */
  let head: Buffer | undefined;
  return new Promise<ReadBody>((resolve, reject) => {
    const endings: Array<() => void> = [];
    const settle = (tell: () => void) => {
      endings.forEach(end => end());
      tell();
    };
    /** What comes after the answer is not read any more. */
    const hangUp = (tell: () => void) => {
      request.pause();
      response.set('Connection', 'close');
      response.once('finish', () => request.destroy());
      settle(tell);
    };
    const refuse = (message: string) =>
      hangUp(() => reject(new ServiceUnavailableError(message)));
    const on = <T extends unknown[]>(
      name: string,
      listener: (...values: T) => void,
    ) => {
      request.on(name, listener);
      endings.push(() => request.off(name, listener));
    };
    const timer = setTimeout(
      () =>
        refuse(`The body did not arrive within ${patienceMs / 1000} seconds`),
      patienceMs,
    );
    endings.push(() => clearTimeout(timer));
    on('data', (part: Buffer) => {
      if (head) {
        return;
      }
      length += part.length;
      parts.push(part);
      if (length > BODY_BYTES && !keepsHead) {
        hangUp(() => reject(tooLong()));
      } else if (length > BODY_BYTES) {
        head = Buffer.from(Buffer.concat(parts).subarray(0, HEAD_BYTES));
        parts = [];
      } else if (!hold(length)) {
        refuse('Too many deliveries are being taken in; come back later');
      }
    });
    on('end', () =>
      settle(() =>
        resolve(
          head
            ? { bytes: head, isWhole: false }
            : { bytes: Buffer.concat(parts), isWhole: true },
        ),
      ),
    );
    on('close', () =>
      settle(() => reject(new InputError('The body broke off'))),
    );
  });
}

function tooLong(): Error {
  return httpError(413, `The body is longer than ${BODY_BYTES} bytes`);
}

function httpError(status: number, message: string): Error {
  return Object.assign(new Error(message), {
    status,
    statusCode: status,
    expose: true,
  });
}
