import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type {
  CreateCorrectionRequest,
  SloApi,
  SloRequestOptions,
} from '@plimsoll/plugin-slo-common';

/** Milliseconds until it is tried again, while the portal comes up. */
const RETRY_MS = 2_000;
/** Refusals that another try would not change. */
const FINAL = [400, 403, 409];

/**
 * Has time excluded through the portal's own API, once: what an earlier start
 * has said, and what a person took back, stays as it is.
 */
export async function sendCorrection(options: {
  slo: Pick<SloApi, 'listObjectives' | 'listCorrections' | 'createCorrection'>;
  /** Made for each request, since tokens end. */
  requestOptions(): Promise<SloRequestOptions>;
  correction: CreateCorrectionRequest;
  logger: LoggerService;
  signal: AbortSignal;
  retryMs?: number;
}): Promise<void> {
  const { slo, requestOptions, correction, logger, signal } = options;
  const { entityRef, from } = correction;
  const isKnown = async () => {
    const { totalItems } = await slo.listObjectives(
      { entityRef, limit: 1 },
      await requestOptions(),
    );
    return totalItems > 0;
  };
  for (;;) {
    try {
      if (await isKnown()) {
        const said = await slo.listCorrections(
          { entityRef, limit: 100 },
          await requestOptions(),
        );
        if (!said.items.some(item => item.from === from)) {
          await slo.createCorrection(correction, await requestOptions());
        }
        return;
      }
    } catch (error) {
      signal.throwIfAborted();
      // anything else is a portal on its way up, which knows no tokens yet
      if (error instanceof ResponseError && FINAL.includes(error.statusCode)) {
        logger.warn(
          `The demo world cannot have time excluded from ${entityRef}: ${error}`,
        );
        return;
      }
    }
    await sleep(options.retryMs ?? RETRY_MS, undefined, { signal, ref: false });
  }
}
