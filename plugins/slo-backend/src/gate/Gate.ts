import type {
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { checkRefs } from '@plimsoll/plugin-database';
import {
  decideGate,
  type GateAnswer,
  type GateDecision,
  type GateDecisionsRequest,
  type ObjectiveStatus,
  type Page,
} from '@plimsoll/plugin-slo-common';
import { ObjectiveAccess } from '../permissions/ObjectiveAccess';
import type { ObjectiveScope } from '../permissions/ObjectiveScope';
import { visibleServices } from '../permissions/visibleServices';
import type { SloContext } from '../service/SloContext';
import type { CallerOptions } from '../service/SloService';
import { loadStatuses } from '../service/status/loadStatuses';
import { selectStatus } from '../service/status/StatusRow';
import { visibleObjectives } from '../service/visibleObjectives';
import { GateDecisionStore } from './GateDecisionStore';
import type { GateConfig } from './readGateConfig';
import { serviceOverride } from './serviceOverride';
import { subjectOf } from './subjectOf';

interface GateOptions {
  context: Pick<SloContext, 'client' | 'services' | 'sources' | 'now'>;
  gateConfig: GateConfig;
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}

/**
 * Tells pipelines whether a service may be released now, by its error budgets,
 * and keeps what it said. It reads the plugin's own tables; no metrics source is
 * asked.
 */
export class Gate {
  readonly #options: GateOptions;
  readonly #access: ObjectiveAccess;
  readonly #decisions: GateDecisionStore;

  static create(options: GateOptions): Gate {
    return new Gate(options);
  }

  private constructor(options: GateOptions) {
    this.#options = options;
    this.#access = ObjectiveAccess.create(options);
    this.#decisions = GateDecisionStore.create(options.context);
  }

  /**
   * Decides about a service by all of its objectives that the caller may see.
   *
   * @throws NotFoundError when there is no such service, or none that the
   * caller may see
   * @throws InputError when that is no full entity ref
   */
  async ask(entityRef: string, caller: CallerOptions): Promise<GateAnswer> {
    const { context, gateConfig, auth } = this.#options;
    checkRefs({ entityRef });
    const now = context.now();
    const ref = entityRef.toLocaleLowerCase('en-US');
    const scope = await this.#access.scopeOf(caller);
    const objectives = await this.#objectivesOf(ref, scope);
    if (objectives.length === 0 && !(await this.#isService(ref, scope))) {
      throw new NotFoundError(
        `There is no service ${entityRef}, or you may not see it`,
      );
    }
    const decided = decideGate({
      objectives,
      policy: gateConfig.policy,
      now,
      override: gateConfig.isOverridable
        ? await serviceOverride({ ...this.#options, entityRef: ref })
        : undefined,
    });
    const decision = {
      ...decided,
      entityRef: ref,
      decidedAt: new Date(now * 1_000).toISOString(),
    };
    const id = await this.#decisions.keep({
      ...decision,
      askedBy: subjectOf({ auth, ...caller }),
    });
    return { ...decision, decision: id };
  }

  /** What was decided about services that the caller may see. */
  async decisions(
    request: GateDecisionsRequest,
    caller: CallerOptions,
  ): Promise<Page<GateDecision>> {
    const scope = await this.#access.scopeOf(caller);
    return this.#decisions.list({ scope, request });
  }

  async #objectivesOf(
    entityRef: string,
    scope: ObjectiveScope,
  ): Promise<ObjectiveStatus[]> {
    const { context } = this.#options;
    const { client } = context;
    const rows = await selectStatus(
      visibleObjectives({ client, scope }).where('o.entity_ref', entityRef),
    ).orderBy('o.id');
    return loadStatuses({ context, rows });
  }

  async #isService(entityRef: string, scope: ObjectiveScope): Promise<boolean> {
    const { client, services } = this.#options.context;
    const known = await services.getServices([entityRef]);
    const visible = await visibleServices({
      client,
      scope,
      entityRefs: [...known.keys()],
    });
    return visible.has(entityRef);
  }
}
