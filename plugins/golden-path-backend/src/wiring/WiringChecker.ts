import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  WIRING_CHECKS,
  type WiringCheckId,
  type WiringLine,
} from '@plimsoll/plugin-golden-path-common';
import { type Found, say, type WiringCheck } from './checks/WiringCheck';
import { serviceNameOf } from './madeByTemplate';
import { NotAnswered } from './NotAnswered';
import type { Proof, WiredService } from './store/WiringStore';
import { WiringReads, type WiringSources } from './WiringReads';

/** Milliseconds that all checks of a service may take together. */
const PATIENCE_MS = 25_000;

/** @see WiringChecker */
export interface WiringCheckerOptions {
  checks: Record<WiringCheckId, WiringCheck>;
  sources: WiringSources;
  logger: LoggerService;
  /** Unix milliseconds. */
  now(): number;
}

/**
 * Checks one service. What cannot be found out is unknown, on its own line and
 * with the reason; the others are told all the same.
 */
export class WiringChecker {
  readonly #options: WiringCheckerOptions;

  static create(options: WiringCheckerOptions): WiringChecker {
    return new WiringChecker(options);
  }

  private constructor(options: WiringCheckerOptions) {
    this.#options = options;
  }

  /** Never throws. */
  async check(entity: Entity, service: WiredService): Promise<Proof> {
    const { checks, sources } = this.#options;
    const { entityRef, knownSince, testAlert } = service;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const now = this.#options.now();
    const reads = WiringReads.create({ sources, entityRef, signal });
    let verdict = testAlert?.verdict;
    const subject = {
      entity,
      entityRef,
      serviceName: serviceNameOf(entity),
      knownSince,
      now,
      testAlert,
      reads,
      signal,
    };
    const lines = await Promise.all(
      WIRING_CHECKS.map(async (id): Promise<WiringLine> => {
        const { testVerdict, ...found } = await this.#find(
          id,
          () => checks[id](subject),
          signal,
        );
        verdict = testVerdict ?? verdict;
        const before = service.lines.find(line => line.id === id);
        return {
          id,
          ...found,
          steps: found.steps ?? [],
          since:
            before?.state === found.state
              ? before.since
              : new Date(now).toISOString(),
        };
      }),
    );
    const newest = await reads.deployments().then(
      answer => answer.newest,
      () => undefined,
    );
    return {
      lines,
      deployment: newest
        ? {
            version: newest.version,
            environment: newest.environment,
            at: newest.finishedAt ?? newest.startedAt,
            url: newest.url,
          }
        : service.deployment,
      testAlert: testAlert && { ...testAlert, verdict },
    };
  }

  async #find(
    id: WiringCheckId,
    check: () => Promise<Found>,
    signal: AbortSignal,
  ): Promise<Found> {
    try {
      return await Promise.race([check(), ended(signal)]);
    } catch (error) {
      if (!(error instanceof NotAnswered)) {
        this.#options.logger.warn(`The check '${id}' failed: ${error}`);
      }
      const { whom, reason } = NotAnswered.of(id, error);
      return {
        state: 'unknown',
        sentences: [say('not-checked', { whom, reason })],
      };
    }
  }
}

/** Rejects when time is up; what is still asked is let go of. */
function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
    }
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
}
