import type {
  AuditorService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { type Entity, parseEntityRef } from '@backstage/catalog-model';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  toError,
} from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type AuthorizePermissionRequest,
} from '@backstage/plugin-permission-common';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import {
  type Adoption,
  goldenPathUpdateCreatePermission,
  goldenPathUpdateReadPermission,
  type MergedUpdate,
  type UpdateOffer,
  type UpdatePreview,
  type UpdateRequest,
} from '@plimsoll/plugin-golden-path-common';
import { giteaBranch, type HostType } from '@plimsoll/repository-hosts';
import type { Request } from 'express';
import { branchOf } from './branchOf';
import { describeUpdate } from './describeUpdate';
import type { ServiceMerger } from './ServiceMerger';
import { type PullRequestStore, shownOf } from './offers/PullRequestStore';
import type { UpdateOffers } from './offers/UpdateOffers';

/** On whose behalf something is asked. */
export interface UpdateCaller {
  credentials: BackstageCredentials;
  /** For the audit log. */
  request?: Request<unknown, unknown, unknown, unknown>;
}

/** @see UpdateService */
export interface UpdateServiceOptions {
  auditor: AuditorService;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  merger: ServiceMerger;
  offers: UpdateOffers;
  permissions: PermissionsService;
  pullRequests: PullRequestStore;
  scaffolder: Pick<ScaffolderService, 'scaffold'>;
  /** Ref of the template that opens pull requests. */
  template: string;
  hostTypeOf(host: string): HostType | undefined;
  now(): number;
}

/**
 * Newer templates for services: the only place where it is decided who may see
 * and open what. Whoever previews an update is shown pieces of the repository,
 * so it needs the permission to open it.
 */
export class UpdateService {
  readonly #options: UpdateServiceOptions;

  static create(options: UpdateServiceOptions): UpdateService {
    return new UpdateService(options);
  }

  private constructor(options: UpdateServiceOptions) {
    this.#options = options;
  }

  /** Services that the caller may see, by template and version. */
  async adoption(caller: UpdateCaller): Promise<Adoption> {
    await this.#require({ permission: goldenPathUpdateReadPermission }, caller);
    return this.#options.offers.adoption(caller.credentials);
  }

  /** @throws NotFoundError for what was made by no template */
  async offer(ref: string, caller: UpdateCaller): Promise<UpdateOffer> {
    await this.#require({ permission: goldenPathUpdateReadPermission }, caller);
    return this.#offerOf(await this.#entity(ref, caller));
  }

  async preview(
    ref: string,
    request: UpdateRequest,
    caller: UpdateCaller,
  ): Promise<UpdatePreview> {
    const entity = await this.#ownEntity(ref, caller);
    const { preview } = await this.#merge(ref, entity, request);
    return preview;
  }

  /** @throws InputError while the newer template has questions */
  async merge(
    ref: string,
    request: UpdateRequest,
    caller: UpdateCaller,
  ): Promise<MergedUpdate> {
    const event = { ref, actionType: 'merge' };
    return this.#audited(caller, event, async entity => {
      const { preview, writes, repository } = await this.#merge(
        ref,
        entity,
        request,
      );
      if (preview.questions.length > 0) {
        const names = preview.questions.map(({ name }) => name).join(', ');
        throw new InputError(
          `${preview.template} ${preview.to} asks for ${names}; answer first`,
        );
      }
      const { host, owner, repo, folder } = repository;
      const branch =
        this.#options.hostTypeOf(host) === 'gitea'
          ? giteaBranch(repository)
          : repository.branch;
      const kept = await this.#options.pullRequests.find(ref, preview.to);
      return {
        entityRef: ref,
        version: preview.to,
        repository: {
          repoUrl: `${host}?owner=${encodeURIComponent(
            owner,
          )}&repo=${encodeURIComponent(repo)}`,
          ...(branch && { branch }),
          folder,
        },
        branchName: branchOf({
          entityRef: ref,
          template: preview.template,
          version: preview.to,
        }),
        title: `Bring ${parseEntityRef(ref).name} to ${preview.template} ${
          preview.to
        }`,
        description: describeUpdate(preview),
        writes,
        ...(kept?.state === 'open' && { pullRequest: shownOf(kept) }),
      };
    });
  }

  /**
   * Starts the task that opens the pull request, as the caller. Where one is
   * open already no task is started.
   */
  async deliver(
    ref: string,
    request: UpdateRequest,
    caller: UpdateCaller,
  ): Promise<{ taskId?: string; offer: UpdateOffer }> {
    const event = { ref, actionType: 'deliver' };
    return this.#audited(caller, event, async entity => {
      const offer = await this.#offerOf(entity);
      if (offer.state === 'open') {
        return { offer };
      }
      if (offer.state === 'current' || offer.state === 'unknown') {
        throw new ConflictError(
          `There is no newer template for ${ref}: its state is ${offer.state}`,
        );
      }
      const { scaffolder, template } = this.#options;
      const version = request.version ?? offer.newest;
      const { taskId } = await scaffolder.scaffold(
        {
          templateRef: template,
          values: {
            entityRef: ref,
            ...(version && { version }),
            answers: (request.answers ?? {}) as JsonObject,
          },
        },
        { credentials: caller.credentials },
      );
      return { taskId, offer };
    });
  }

  /** What the task says when it has opened the pull request. */
  async opened(
    ref: string,
    request: { version: string; url: string },
    caller: UpdateCaller,
  ): Promise<UpdateOffer> {
    const event = { ref, actionType: 'opened' };
    return this.#audited(caller, event, async entity => {
      const { merger, now, pullRequests } = this.#options;
      merger.requireOwnUrl(entity, request.url);
      const { principal } = caller.credentials as {
        principal?: { userEntityRef?: string; subject?: string };
      };
      await pullRequests.opened({
        entityRef: ref,
        ...request,
        by: principal?.userEntityRef ?? principal?.subject ?? 'unknown',
        now: now(),
      });
      return this.#offerOf(entity);
    });
  }

  async #offerOf(entity: Entity): Promise<UpdateOffer> {
    const offer = await this.#options.offers.offer(entity);
    if (!offer) {
      throw new NotFoundError(
        `${entity.metadata.name} was made by no template that is known here`,
      );
    }
    return offer;
  }

  async #merge(ref: string, entity: Entity, request: UpdateRequest) {
    const { template } = await this.#offerOf(entity);
    return this.#options.merger.merge({
      ref,
      entity,
      template: template.ref,
      request,
    });
  }

  async #entity(ref: string, { credentials }: UpdateCaller): Promise<Entity> {
    const entity = await this.#options.catalog.getEntityByRef(ref, {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(
        `The catalog has no '${ref}', or you may not see it`,
      );
    }
    return entity;
  }

  /** @throws NotAllowedError when the caller may not open its updates */
  async #ownEntity(ref: string, caller: UpdateCaller): Promise<Entity> {
    const entity = await this.#entity(ref, caller);
    const permission = goldenPathUpdateCreatePermission;
    await this.#require({ permission, resourceRef: ref }, caller);
    return entity;
  }

  async #require(
    asked: AuthorizePermissionRequest,
    { credentials }: UpdateCaller,
  ): Promise<void> {
    const [{ result }] = await this.#options.permissions.authorize([asked], {
      credentials,
    });
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not do this: ask for the permission '${asked.permission.name}'`,
      );
    }
  }

  async #audited<T>(
    caller: UpdateCaller,
    options: { ref: string; actionType: string },
    work: (entity: Entity) => Promise<T>,
  ): Promise<T> {
    const { ref, actionType } = options;
    const entry = await this.#options.auditor.createEvent({
      eventId: 'template-update',
      severityLevel: 'medium',
      request: caller.request,
      meta: { entityRef: ref, actionType },
    });
    try {
      const result = await work(await this.#ownEntity(ref, caller));
      await entry.success();
      return result;
    } catch (error) {
      await entry.fail({ error: toError(error) });
      throw error;
    }
  }
}
