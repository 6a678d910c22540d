import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type {
  Explanation,
  HistoryRequest,
  ListObjectivesRequest,
  MyRollupRequest,
  ObjectiveDetail,
  ObjectiveHistory,
  ObjectiveKey,
  ObjectivePage,
  ObjectiveRollup,
  Page,
  RollupRequest,
  ServiceSloSummary,
  SloRollup,
  SummaryRequest,
  VolumeRequest,
  VolumeResponse,
} from '@plimsoll/plugin-slo-common';
import { ObjectiveAccess } from '../permissions/ObjectiveAccess';
import { getObjective } from './detail/getObjective';
import { explainObjective } from './explain/explainObjective';
import { getHistory } from './history/getHistory';
import { listObjectives } from './list/listObjectives';
import { getOwnedRollup, getRollup } from './rollup/getRollup';
import type { SloContext } from './SloContext';
import { getSummary } from './summary/getSummary';
import { getVolume } from './volume/getVolume';

/** On whose behalf something is asked. */
export interface CallerOptions {
  credentials: BackstageCredentials;
}

/**
 * What the API, the actions and other doors ask. The only place where it is
 * decided who may see what; see {@link ObjectiveAccess} for how. Nothing here
 * speaks to a metrics source.
 */
export class SloService {
  readonly #context: SloContext;
  readonly #access: ObjectiveAccess;

  static create(options: {
    context: SloContext;
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }): SloService {
    return new SloService(options.context, ObjectiveAccess.create(options));
  }

  private constructor(context: SloContext, access: ObjectiveAccess) {
    this.#context = context;
    this.#access = access;
  }

  async listObjectives(
    request: ListObjectivesRequest,
    caller: CallerOptions,
  ): Promise<ObjectivePage> {
    const { context, scope } = await this.#for(caller);
    return context.recentLists.page({ scope, request }, () =>
      listObjectives({ context, scope, request }),
    );
  }

  async getObjective(
    key: ObjectiveKey,
    caller: CallerOptions,
  ): Promise<ObjectiveDetail> {
    return getObjective({ ...(await this.#for(caller)), key });
  }

  async getHistory(
    key: ObjectiveKey,
    request: HistoryRequest,
    caller: CallerOptions,
  ): Promise<ObjectiveHistory> {
    return getHistory({ ...(await this.#for(caller)), key, request });
  }

  async explainObjective(
    key: ObjectiveKey,
    caller: CallerOptions,
  ): Promise<Explanation> {
    return explainObjective({ ...(await this.#for(caller)), key });
  }

  async getVolume(
    request: VolumeRequest,
    caller: CallerOptions,
  ): Promise<VolumeResponse> {
    return getVolume({ ...(await this.#for(caller)), request });
  }

  async getSummary(
    request: SummaryRequest,
    caller: CallerOptions,
  ): Promise<Page<ServiceSloSummary>> {
    return getSummary({ ...(await this.#for(caller)), request });
  }

  async getRollup(
    request: RollupRequest,
    caller: CallerOptions,
  ): Promise<SloRollup> {
    const { context, scope } = await this.#for(caller);
    return context.recentLists.rollup({ scope, request }, () =>
      getRollup({ context, scope, request }),
    );
  }

  /** @param request.ownerRefs - whose services; of the caller, as a rule */
  async getOwnedRollup(
    request: MyRollupRequest & { ownerRefs: readonly string[] },
    caller: CallerOptions,
  ): Promise<ObjectiveRollup> {
    const { ownerRefs } = request;
    return getOwnedRollup({ ...(await this.#for(caller)), request, ownerRefs });
  }

  async #for(caller: CallerOptions) {
    return {
      context: this.#context,
      scope: await this.#access.scopeOf(caller),
    };
  }
}
