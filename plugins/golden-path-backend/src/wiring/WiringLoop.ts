import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { madeByTemplate, VERSION_ANNOTATION } from './madeByTemplate';
import { secondsToNextCheck } from './secondsToNextCheck';
import type { WiredService, WiringStore } from './store/WiringStore';
import type { WiringChecker } from './WiringChecker';

/** Services that one pass of a replica checks, longest due first. */
const AT_MOST = 200;

/** @see WiringLoop */
export interface WiringLoopOptions {
  auth: AuthService;
  catalog: CatalogService;
  checker: WiringChecker;
  store: WiringStore;
  logger: LoggerService;
  /** Unix milliseconds. */
  now(): number;
}

/**
 * Keeps the proof of every service that a template made up to date. One replica
 * looks for services; all of them check those that are due, each service once.
 */
export class WiringLoop {
  readonly #options: WiringLoopOptions;
  #pass: Promise<number> | undefined;

  static create(options: WiringLoopOptions): WiringLoop {
    return new WiringLoop(options);
  }

  private constructor(options: WiringLoopOptions) {
    this.#options = options;
  }

  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'find-made-services',
      frequency: { minutes: 1 },
      initialDelay: { seconds: 15 },
      timeout: { minutes: 2 },
      scope: 'global',
      fn: async () => {
        await this.findServices();
        await this.checkDue();
      },
    });
    await scheduler.scheduleTask({
      id: 'check-wiring',
      frequency: { seconds: 15 },
      initialDelay: { seconds: 20 },
      timeout: { minutes: 10 },
      scope: 'local',
      fn: async signal => {
        await this.checkDue({ signal });
      },
    });
  }

  /** Looks in the catalog for services that templates made. */
  async findServices(): Promise<void> {
    const { auth, catalog, store, now } = this.#options;
    const found: string[] = [];
    const pages = catalog.streamEntities(
      {
        filter: {
          kind: 'Component',
          'spec.scaffoldedFrom': CATALOG_FILTER_EXISTS,
          [`metadata.annotations.${VERSION_ANNOTATION}`]: CATALOG_FILTER_EXISTS,
        },
        fields: [
          'kind',
          'metadata.namespace',
          'metadata.name',
          'metadata.annotations',
          'spec.scaffoldedFrom',
        ],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const entities of pages) {
      found.push(...entities.filter(madeByTemplate).map(stringifyEntityRef));
    }
    await store.replaceAll(found, now());
  }

  /**
   * Checks what is due, one service after the other; who calls meanwhile waits
   * for the same pass.
   *
   * @returns how many were checked
   */
  async checkDue(options: { signal?: AbortSignal } = {}): Promise<number> {
    this.#pass ??= this.#checkAll(options.signal).finally(() => {
      this.#pass = undefined;
    });
    return this.#pass;
  }

  /** Begins a pass that nobody waits for. */
  wake(): void {
    this.checkDue().catch(error =>
      this.#options.logger.warn(`Wiring could not be checked: ${error}`),
    );
  }

  /** Checks one service now and keeps what is found. */
  async checkNow(service: WiredService): Promise<void> {
    const { auth, catalog, checker, store, now } = this.#options;
    const { entityRef, knownSince } = service;
    const checkedAt = now();
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (!entity) {
      // it is forgotten when services are looked for again
      return;
    }
    const proof = await checker.check(entity, service);
    const seconds = secondsToNextCheck({ ...proof, knownSince, now: now() });
    await store.keep({
      entityRef,
      proof,
      checkedAt,
      dueAt: now() + seconds * 1_000,
    });
  }

  async #checkAll(signal: AbortSignal | undefined): Promise<number> {
    const { store, logger, now } = this.#options;
    for (let checked = 0; checked < AT_MOST; checked += 1) {
      signal?.throwIfAborted();
      const service = await store.claim(now());
      if (!service) {
        return checked;
      }
      await this.checkNow(service).catch(error =>
        // its lease ends, and it is due again
        logger.warn(
          `The wiring of ${service.entityRef} is unchecked: ${error}`,
        ),
      );
    }
    return AT_MOST;
  }
}
