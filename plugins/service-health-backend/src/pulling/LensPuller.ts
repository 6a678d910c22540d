import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { LensName } from '@plimsoll/plugin-service-health-common';
import type { LensSource } from '../lenses/LensSource';
import { entryKey, type LensStore } from '../lenses/LensStore';
import type { LensPull, PullBook } from '../lenses/PullBook';
import type { SummaryWriter } from '../summary/SummaryWriter';
import { lensFaultOf } from './lensFaultOf';

/**
 * Changes become visible in the order of their commits, which may be up to a
 * minute later than they say.
 */
const OVERLAP_MS = 60_000;
/** Everything is read, not only changes, so that what went unsaid goes. */
const WALK_EVERY_MS = 3_600_000;
/** What one page may take. */
const PATIENCE_MS = 20_000;

/** @see LensPuller */
export interface LensPullerOptions {
  auth: AuthService;
  logger: LoggerService;
  store: LensStore;
  book: PullBook;
  writer: SummaryWriter;
  /** Unix milliseconds. */
  now(): number;
}

/** Asks a plugin what changed, and keeps it. */
export class LensPuller {
  readonly #options: LensPullerOptions;
  readonly #faults = new Map<LensName, string>();

  static create(options: LensPullerOptions): LensPuller {
    return new LensPuller(options);
  }

  private constructor(options: LensPullerOptions) {
    this.#options = options;
  }

  /**
   * Reads what changed since the last time, or everything once an hour. A
   * plugin that does not answer keeps its last values, and is asked again.
   *
   * @returns whether it answered in full
   */
  async pull(
    source: LensSource,
    options: { signal?: AbortSignal } = {},
  ): Promise<boolean> {
    const { book, now } = this.#options;
    const { lens } = source;
    const pull = (await book.read())[lens];
    const startedAt = now();
    try {
      await this.#follow({ source, pull, startedAt, ...options });
      this.#faults.delete(lens);
      return true;
    } catch (error) {
      options.signal?.throwIfAborted();
      const fault = lensFaultOf(error);
      await book.failed(lens, {
        fault,
        since: pull.failingSince ?? startedAt,
      });
      this.#warnOnce(source, fault, error);
      return false;
    }
  }

  async #follow(options: {
    source: LensSource;
    pull: LensPull;
    startedAt: number;
    signal?: AbortSignal;
  }): Promise<void> {
    const { source, pull, startedAt, signal } = options;
    const { store, book, writer } = this.#options;
    const { lens } = source;
    const { walkedAt, changedUpTo } = pull;
    const isWalk =
      walkedAt === undefined ||
      changedUpTo === undefined ||
      startedAt - walkedAt >= WALK_EVERY_MS;
    const since = isWalk
      ? undefined
      : new Date(changedUpTo - OVERLAP_MS).toISOString();
    const named = new Set<string>();
    const spokenOf = new Set<string>();
    let newest = changedUpTo;
    let cursor: string | undefined;
    do {
      signal?.throwIfAborted();
      const page = await this.#page({ source, since, cursor, signal });
      await store.keep({ lens, entries: page.entries });
      const refs = new Set(page.entries.map(({ entityRef }) => entityRef));
      // also of what is kept as it was: whoever kept it may have died before it
      // made the rows, and is asked again from there
      await writer.write([...refs]);
      refs.forEach(ref => spokenOf.add(ref));
      for (const entry of page.entries) {
        named.add(entryKey(entry));
        newest = Math.max(newest ?? entry.changedAt, entry.changedAt);
      }
      cursor = page.nextCursor;
    } while (cursor);
    if (isWalk) {
      await store.forgetOthers({ lens, named, before: startedAt });
      await writer.writeOthers(spokenOf);
    }
    await book.answered(lens, {
      pulledAt: startedAt,
      walkedAt: isWalk ? startedAt : walkedAt,
      changedUpTo: newest,
    });
  }

  async #page(options: {
    source: LensSource;
    since: string | undefined;
    cursor: string | undefined;
    signal?: AbortSignal;
  }) {
    const { source, since, cursor, signal } = options;
    const { auth } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: source.pluginId,
    });
    const patience = AbortSignal.timeout(PATIENCE_MS);
    return source.read(
      {
        ...(since !== undefined && { since }),
        ...(cursor !== undefined && { cursor }),
      },
      {
        token,
        signal: signal ? AbortSignal.any([signal, patience]) : patience,
      },
    );
  }

  /** A plugin that stays away is told of once. */
  #warnOnce({ lens, pluginId }: LensSource, fault: string, error: unknown) {
    if (this.#faults.get(lens) === fault) {
      return;
    }
    this.#faults.set(lens, fault);
    const { logger } = this.#options;
    if (fault === 'not-installed') {
      logger.info(
        `The plugin '${pluginId}' is not installed: the joined view has no ${lens}`,
      );
    } else {
      logger.warn(
        `The plugin '${pluginId}' does not say what changed; the joined view keeps its last values and asks again: ${error}`,
      );
    }
  }
}
