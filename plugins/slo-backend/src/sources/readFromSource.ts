import { ServiceUnavailableError } from '@backstage/errors';
import type { LedgerRange } from '@plimsoll/plugin-slo-common';
import type {
  ReadBucketsRequest,
  ReadBucketsResult,
} from '@plimsoll/plugin-slo-node';
import type { RegisteredSource } from './SourceRegistry';

/**
 * Longest wait for a source, whatever it does inside. Sources give up on single
 * requests much sooner; this one is for those that hang.
 */
const TIMEOUT_MS = 120_000;

/**
 * Asks a source, with an end to the wait, and makes sure that the answer fits
 * the question. What the source says of the times that it was down is kept.
 *
 * @throws ServiceUnavailableError when it does not answer in time
 * @throws Error when the answer has not one reading per objective
 */
export async function readFromSource(options: {
  registered: RegisteredSource;
  request: ReadBucketsRequest;
  /** Milliseconds, 120 s by default. */
  timeoutMs?: number;
}): Promise<ReadBucketsResult> {
  const { registered, request, timeoutMs = TIMEOUT_MS } = options;
  const { name, source } = registered;
  const timeout = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = new ServiceUnavailableError(
        `Source '${name}' did not answer within ${timeoutMs / 1000} s`,
      );
      timeout.abort(error);
      reject(error);
    }, timeoutMs);
  });
  const signal = request.signal
    ? AbortSignal.any([request.signal, timeout.signal])
    : timeout.signal;
  try {
    const result = await Promise.race([
      source.readBuckets({ ...request, signal }),
      expired,
    ]);
    if (result.readings.length !== request.objectives.length) {
      throw new Error(
        `Source '${name}' gave ${result.readings.length} readings for ` +
          `${request.objectives.length} objectives; it must give one for each`,
      );
    }
    await keepOutages(registered, request, result.outages ?? []);
    return result;
  } finally {
    clearTimeout(timer);
  }
}

/** What lies outside of the question, or is no stretch, is left out. */
async function keepOutages(
  registered: RegisteredSource,
  request: ReadBucketsRequest,
  outages: LedgerRange[],
): Promise<void> {
  const within = outages
    .filter(({ from, to }) => from < to)
    .map(({ from, to }) => ({
      from: Math.max(Math.floor(from), request.from),
      to: Math.min(Math.ceil(to), request.to),
    }))
    .filter(({ from, to }) => from < to);
  if (within.length > 0) {
    await registered.keepOutages?.(within);
  }
}
