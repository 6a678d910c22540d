import type {
  AuthService,
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import pLimit from 'p-limit';
import { catalogTargets } from './catalogTargets';
import { conflictSentence } from './conflictSentence';
import type { ConflictStore } from './ConflictStore';
import { documentHolders } from './documentHolders';
import { findConflicts } from './findConflicts';
import { type NameConflict, conflictKey } from './NameConflict';
import type { SourceTarget } from './SourceTarget';
import { SourceReader } from './SourceReader';
import type { SourceStore } from './SourceStore';

/** Targets that one pass reads; the others follow in the next passes. */
const READS_PER_SCAN = 100;
/** Targets that one pass reads again before it accuses anybody. */
const CHECKS_PER_SCAN = 50;
const PARALLEL_READS = 4;
const READ_TIMEOUT_MS = 10_000;
/** No reading starts later than this in a pass, so that it comes to an end. */
const READING_MS = 30_000;

/**
 * Finds the conflicts that nobody heard of, and removes those that are gone.
 *
 * The catalog keeps no trace of a document that it ignores, so the only way to
 * learn of it is to look where the catalog looks: into the files that its
 * Location entities lead to. A pass reads a limited number of them, those of
 * known conflicts first and then those that were not looked at for longest,
 * with the version of the last reading, so that a file that has not changed
 * costs no more than a "not modified".
 */
export class ConflictScanner {
  readonly #options: Parameters<typeof ConflictScanner.create>[0];
  readonly #reader: SourceReader;

  static create(options: {
    store: ConflictStore;
    sources: SourceStore;
    catalog: CatalogService;
    auth: AuthService;
    urlReader: UrlReaderService;
    integrations: ScmIntegrationRegistry;
    logger: LoggerService;
  }): ConflictScanner {
    return new ConflictScanner(options);
  }

  private constructor(options: Parameters<typeof ConflictScanner.create>[0]) {
    this.#options = options;
    this.#reader = SourceReader.create(options);
  }

  /**
   * One pass. What was read is kept when the pass is cut short.
   *
   * @throws when the catalog cannot be read to the end
   */
  async scan(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { signal } = options;
    const { catalog, auth, integrations, store, sources } = this.#options;
    const startedAt = Date.now();
    const credentials = await auth.getOwnServiceCredentials();
    await sources.replaceTargets(
      await catalogTargets({ catalog, credentials, integrations, signal }),
    );
    const known = await store.all();
    const read = (targets: SourceTarget[]) =>
      this.#read(targets, { until: startedAt + READING_MS, signal });
    await read(dueTargets(await sources.all(), known));

    const holders = await documentHolders({ catalog, credentials, signal });
    const find = async () =>
      findConflicts({
        sources: await sources.all(),
        holders,
        known,
        now: startedAt,
      });
    const suspects = (await find()).found;
    await read(
      involvedTargets(await sources.all(), suspects)
        .filter(({ triedAt = 0 }) => triedAt < startedAt)
        .slice(0, CHECKS_PER_SCAN),
    );

    const { found, resolved } = await find();
    const fresh = freshLocations(await sources.all(), startedAt);
    const proven = found.filter(({ ignoredLocation }) =>
      fresh.has(ignoredLocation),
    );
    await store.record(proven);
    await store.remove(resolved);
    this.#report(proven, known);
  }

  async #read(
    targets: SourceTarget[],
    options: { until: number; signal?: AbortSignal },
  ): Promise<void> {
    const limit = pLimit(PARALLEL_READS);
    await Promise.all(
      targets.map(target =>
        limit(async () => {
          options.signal?.throwIfAborted();
          if (Date.now() < options.until) {
            await this.#options.sources.save(
              await this.#look(target, options.signal),
            );
          }
        }),
      ),
    );
  }

  async #look(
    source: SourceTarget,
    signal?: AbortSignal,
  ): Promise<SourceTarget> {
    const triedAt = Date.now();
    const timeout = AbortSignal.timeout(READ_TIMEOUT_MS);
    try {
      const { etag, files } = await this.#reader.read({
        target: source.target,
        etag: source.readAt === undefined ? undefined : source.etag,
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      return { target: source.target, etag, files, triedAt, readAt: triedAt };
    } catch (error) {
      const { name, message } = toError(error);
      if (name === 'NotModifiedError') {
        return { ...source, triedAt, readAt: triedAt };
      }
      if (isGone(error) && source.readAt !== undefined) {
        return { target: source.target, files: [], triedAt, readAt: triedAt };
      }
      this.#options.logger.debug(
        `${source.target} could not be looked at for conflicts: ${message}`,
      );
      return { ...source, triedAt };
    }
  }

  #report(proven: NameConflict[], known: NameConflict[]): void {
    const old = new Set(known.map(conflictKey));
    for (const conflict of proven) {
      if (!old.has(conflictKey(conflict))) {
        this.#options.logger.warn(conflictSentence(conflict));
      }
    }
  }
}

/** Where known conflicts are, and then what was not looked at for longest. */
function dueTargets(
  sources: SourceTarget[],
  known: NameConflict[],
): SourceTarget[] {
  const first = new Set(involvedTargets(sources, known));
  const rest = sources
    .filter(source => !first.has(source))
    .sort((a, b) => (a.triedAt ?? 0) - (b.triedAt ?? 0));
  return [...first, ...rest].slice(0, READS_PER_SCAN);
}

/** The targets that lead to the files of some conflicts. */
function involvedTargets(
  sources: SourceTarget[],
  conflicts: NameConflict[],
): SourceTarget[] {
  const locations = new Set(
    conflicts.flatMap(({ keptLocation, ignoredLocation }) => [
      keptLocation,
      ignoredLocation,
    ]),
  );
  return sources.filter(
    ({ target, files }) =>
      locations.has(target) ||
      files.some(({ location }) => locations.has(location)),
  );
}

function freshLocations(sources: SourceTarget[], since: number): Set<string> {
  return new Set(
    sources
      .filter(({ readAt = 0 }) => readAt >= since)
      .flatMap(({ files }) => files.map(({ location }) => location)),
  );
}

/**
 * A file on disk that was there before and is no more. One that never was may
 * lie on another machine, where the catalog runs.
 */
function isGone(error: unknown): boolean {
  return toError(error).name === 'NotFoundError' || hasCode(error, 'ENOENT');
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
