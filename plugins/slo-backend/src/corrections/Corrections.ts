import type {
  AuditorService,
  AuthService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, toError } from '@backstage/errors';
import {
  type CorrectionPage,
  type CreateCorrectionRequest,
  type ListCorrectionsRequest,
  type ObjectiveKey,
  sloCorrectPermission,
  type SloCorrection,
} from '@plimsoll/plugin-slo-common';
import { ScopeReader, type ServiceScope } from '@plimsoll/service-index';
import type { Request } from 'express';
import type { SloDatabase } from '../database/SloDatabase';
import { subjectOf } from '../gate/subjectOf';
import { ObjectiveAccess } from '../permissions/ObjectiveAccess';
import { objectiveResourceRef } from '../permissions/objectiveRules';
import type { ObjectiveScope } from '../permissions/ObjectiveScope';
import { findObjective } from '../service/detail/findObjective';
import type { SloContext } from '../service/SloContext';
import type { CallerOptions } from '../service/SloService';
import type { CorrectionAuthor } from './CorrectionAuthor';
import { createCorrection } from './createCorrection';
import { isCorrectable } from './isCorrectable';
import { listCorrections } from './listCorrections';
import { sliceSecondsIn } from './sliceSecondsIn';
import { undoCorrection } from './undoCorrection';

/** Who corrects, and the request for the audit log, where there is one. */
export interface CorrectingCaller extends CallerOptions {
  request?: Request<unknown, unknown, unknown, unknown>;
}

interface CorrectionsOptions {
  database: Pick<SloDatabase, 'client' | 'isShared'>;
  context: Pick<SloContext, 'client' | 'now'>;
  auth: AuthService;
  auditor: AuditorService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}

/**
 * Stretches of time that people take out of error budgets, with a reason. The
 * ledger stays as it was measured; each word is audited, kept, and can be taken
 * back.
 */
export class Corrections {
  readonly #options: CorrectionsOptions;
  readonly #access: ObjectiveAccess;
  readonly #scopes: ScopeReader;

  static create(options: CorrectionsOptions): Corrections {
    return new Corrections(options);
  }

  private constructor(options: CorrectionsOptions) {
    this.#options = options;
    this.#access = ObjectiveAccess.create(options);
    this.#scopes = ScopeReader.create({
      ...options,
      resourceRef: objectiveResourceRef,
    });
  }

  /**
   * What was corrected, newest first, and whether the caller may correct the
   * service that is asked for.
   *
   * @throws NotFoundError when the caller sees no such objective
   */
  async list(
    request: ListCorrectionsRequest,
    caller: CallerOptions,
  ): Promise<CorrectionPage> {
    const { client } = this.#options.context;
    const scope = await this.#access.scopeOf(caller);
    const objective = keyOf(request);
    const { entityRef, sliceSeconds } = await this.#subjectOf({
      request,
      objective,
      scope,
    });
    return {
      ...(await listCorrections({
        client,
        scope,
        entityRef,
        objective,
        sliceSeconds,
        request,
      })),
      mayCorrect:
        entityRef !== undefined &&
        (await isCorrectable({
          client,
          entityRef,
          scope: await this.#correctable(caller),
        })),
    };
  }

  async create(
    request: CreateCorrectionRequest,
    caller: CorrectingCaller,
  ): Promise<SloCorrection> {
    const { database } = this.#options;
    const { entityRef, objective, from, to } = request;
    return this.#correcting(
      caller,
      {
        queryType: 'create',
        entityRef,
        objective: objective
          ? `${objective.ref}#${objective.objective}`
          : 'all',
        from,
        to,
      },
      author =>
        createCorrection({ database, author, request, now: this.#nowMs() }),
    );
  }

  async undo(
    id: string,
    request: { reason: string },
    caller: CorrectingCaller,
  ): Promise<SloCorrection> {
    const { database } = this.#options;
    return this.#correcting(
      caller,
      { queryType: 'undo', correctionId: id },
      author =>
        undoCorrection({ database, author, id, request, now: this.#nowMs() }),
    );
  }

  async #subjectOf(options: {
    request: ListCorrectionsRequest;
    objective: ObjectiveKey | undefined;
    scope: ObjectiveScope;
  }): Promise<{ entityRef?: string; sliceSeconds?: number }> {
    const { request, objective, scope } = options;
    const { client } = this.#options.context;
    if (!objective) {
      return { entityRef: request.entityRef?.toLocaleLowerCase('en-US') };
    }
    const found = await findObjective({ client, scope, key: objective });
    return {
      entityRef: found.entity_ref,
      sliceSeconds: sliceSecondsIn(found),
    };
  }

  async #correctable(caller: CallerOptions): Promise<ServiceScope> {
    return this.#scopes.scopeOf({
      permission: sloCorrectPermission,
      ...caller,
    });
  }

  /** Corrections are audited, refused and failed ones too. */
  async #correcting<T>(
    caller: CorrectingCaller,
    meta: Record<string, string>,
    work: (author: CorrectionAuthor) => Promise<T>,
  ): Promise<T> {
    const { auditor, auth } = this.#options;
    const { credentials, request } = caller;
    const event = await auditor.createEvent({
      eventId: 'budget-correct',
      severityLevel: 'medium',
      request,
      meta,
    });
    try {
      const by = subjectOf({ auth, credentials });
      if (by === 'unknown') {
        throw new NotAllowedError('A correction needs somebody who signs it');
      }
      const result = await work({
        by,
        readable: await this.#access.scopeOf(caller),
        correctable: await this.#correctable(caller),
      });
      await event.success();
      return result;
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  }

  #nowMs(): number {
    return this.#options.context.now() * 1000;
  }
}

function keyOf({
  ref,
  objective,
}: ListCorrectionsRequest): ObjectiveKey | undefined {
  if ((ref === undefined) !== (objective === undefined)) {
    throw new InputError(
      `'ref' and 'objective' name an objective together; give both, or neither`,
    );
  }
  return ref !== undefined && objective !== undefined
    ? { ref, objective }
    : undefined;
}
