import type {
  AuditorService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type AlertSeverity,
  goldenPathWiringCheckPermission,
  type ServiceWiring,
} from '@plimsoll/plugin-golden-path-common';
import type { Request } from 'express';
import type { Alertmanager } from './alertmanager/AlertmanagerApi';
import { sendTestAlert } from './alertmanager/sendTestAlert';
import { madeByTemplate, serviceNameOf } from './madeByTemplate';
import { NotAnswered } from './NotAnswered';
import { secondsToNextCheck } from './secondsToNextCheck';
import {
  LEASE_MS,
  type WiredService,
  type WiringStore,
} from './store/WiringStore';
import type { WiringLoop } from './WiringLoop';

/** Who asks, and with which request. */
export interface WiringCaller {
  credentials: BackstageCredentials;
  request: Request;
}

/** @see WiringService */
export interface WiringServiceOptions {
  alertmanager: Alertmanager | undefined;
  auditor: AuditorService;
  catalog: CatalogService;
  loop: WiringLoop;
  permissions: PermissionsService;
  store: WiringStore;
  /** `app.baseUrl`. */
  portalUrl?: string;
  /** Unix milliseconds. */
  now(): number;
}

/**
 * What people see of the proof: of entities that they may see in the catalog. To
 * check at once and to send a test alert needs `golden-path.wiring.check` for the
 * entity.
 */
export class WiringService {
  readonly #options: WiringServiceOptions;

  static create(options: WiringServiceOptions): WiringService {
    return new WiringService(options);
  }

  private constructor(options: WiringServiceOptions) {
    this.#options = options;
  }

  /**
   * As it was last proven. A service that is new here is checked soon.
   *
   * @throws NotFoundError when the caller sees no such entity, or no template
   * made it; so do all others
   */
  async get(entityRef: string, caller: WiringCaller): Promise<ServiceWiring> {
    const entity = await this.#entity(entityRef, caller);
    return this.#answer(entity, await this.#known(entity));
  }

  /** @throws NotAllowedError without the permission */
  async check(entityRef: string, caller: WiringCaller): Promise<ServiceWiring> {
    return this.#audited(
      'wiring-check',
      { entityRef },
      caller,
      async entity => {
        await this.#options.loop.checkNow(await this.#held(entity));
        return this.#answer(entity, await this.#known(entity));
      },
    );
  }

  /**
   * Sends an alert that says of itself that it is a test, through the routes of
   * the service, and checks what became of it from then on.
   *
   * @throws NotAllowedError without the permission
   * @throws InputError where no Alertmanager is set up
   * @throws ServiceUnavailableError when it does not take the alert
   */
  async sendTestAlert(
    entityRef: string,
    severity: AlertSeverity,
    caller: WiringCaller,
  ): Promise<ServiceWiring> {
    const { alertmanager, loop, store, portalUrl, now } = this.#options;
    const meta = { entityRef, severity };
    return this.#audited('wiring-test-alert', meta, caller, async entity => {
      if (!alertmanager) {
        throw new InputError(
          'No Alertmanager is set up: name it in goldenPath.alertmanager.url of app-config',
        );
      }
      const service = await this.#held(entity);
      const testAlert = await sendTestAlert({
        alertmanager,
        entity,
        serviceName: serviceNameOf(entity),
        severity,
        portalUrl,
        now: now(),
      }).catch(error => {
        const { message } = NotAnswered.of('Alertmanager', error);
        throw new ServiceUnavailableError(
          `The test alert was not taken. ${message}`,
        );
      });
      await store.keepTestAlert(entityRef, testAlert, now());
      await loop.checkNow({ ...service, testAlert });
      return this.#answer(entity, await this.#known(entity));
    });
  }

  /** As it is kept; a new one is checked soon. */
  async #known(entity: Entity): Promise<WiredService> {
    const { store, loop, now } = this.#options;
    const entityRef = stringifyEntityRef(entity);
    const known = await store.get(entityRef);
    if (known) {
      return known;
    }
    await store.add([entityRef], now());
    loop.wake();
    return { entityRef, knownSince: now(), lines: [] };
  }

  /** The same for who checks it now; a new one is left to him. */
  async #held(entity: Entity): Promise<WiredService> {
    const { store, now } = this.#options;
    const entityRef = stringifyEntityRef(entity);
    await store.add([entityRef], now(), now() + LEASE_MS);
    const known = await store.get(entityRef);
    return known ?? { entityRef, knownSince: now(), lines: [] };
  }

  async #entity(
    entityRef: string,
    { credentials }: WiringCaller,
  ): Promise<Entity> {
    const entity = await this.#options.catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity || !madeByTemplate(entity)) {
      throw new NotFoundError(
        `There is no ${entityRef} that a template made, or you may not see it`,
      );
    }
    return entity;
  }

  #answer(entity: Entity, service: WiredService): ServiceWiring {
    const { entityRef, knownSince, checkedAt, lines } = service;
    const { testAlert, deployment } = service;
    const now = this.#options.now();
    return {
      entityRef,
      template: madeByTemplate(entity) ?? { ref: '' },
      knownSince: new Date(knownSince).toISOString(),
      ...(checkedAt !== undefined && {
        checkedAt: new Date(checkedAt).toISOString(),
      }),
      everySeconds: secondsToNextCheck({ ...service, now }),
      lines,
      ...(deployment && { deployment }),
      ...(testAlert && {
        testAlert: {
          severity: testAlert.severity,
          sentAt: testAlert.sentAt,
          receivers: testAlert.receivers,
        },
      }),
    };
  }

  async #audited<T>(
    eventId: string,
    meta: Record<string, string>,
    caller: WiringCaller,
    work: (entity: Entity) => Promise<T>,
  ): Promise<T> {
    const { auditor } = this.#options;
    const event = await auditor.createEvent({
      eventId,
      severityLevel: 'medium',
      request: caller.request,
      meta,
    });
    try {
      const entity = await this.#entity(meta.entityRef, caller);
      await this.#authorize(meta.entityRef, caller);
      const answer = await work(entity);
      await event.success();
      return answer;
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  }

  async #authorize(
    resourceRef: string,
    { credentials }: WiringCaller,
  ): Promise<void> {
    const permission = goldenPathWiringCheckPermission;
    const [{ result }] = await this.#options.permissions.authorize(
      [{ permission, resourceRef }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not check the wiring of ${resourceRef}: ask for the permission '${permission.name}'`,
      );
    }
  }
}
