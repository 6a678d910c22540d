import type {
  AuthService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { Pace } from '@plimsoll/plugin-database';
import {
  BUCKET_SECONDS,
  type DocumentSimulationRequest,
  type ObjectiveDefinition,
  type ObjectiveKey,
  type SimulationAnswer,
  type SimulationRequest,
  simulationSteps,
} from '@plimsoll/plugin-slo-common';
import { checkTextSteps } from '@plimsoll/plugin-slo-common/doctor';
import { assertMayCheck } from '../doctor/assertMayCheck';
import { namedIndicators } from '../doctor/namedIndicators';
import { refusedToAsk } from '../doctor/refusedToAsk';
import { catalogCredentials } from '../permissions/catalogCredentials';
import { ObjectiveAccess } from '../permissions/ObjectiveAccess';
import type { ObjectiveScope } from '../permissions/ObjectiveScope';
import type { SloContext } from '../service/SloContext';
import type { CallerOptions } from '../service/SloService';
import { sanitizeSourceError } from '../sources/sanitizeSourceError';
import { SharedQuestions } from '../sources/SharedQuestions';
import type { SourceTurns } from '../sources/SourceTurns';
import { chooseObjective } from './chooseObjective';
import { LedgerTrials } from './LedgerTrials';
import { readTrial, type Trial } from './readTrial';
import { simulationTargets } from './simulationTargets';
import { simulationWindow } from './simulationWindow';

interface SimulationCaller extends CallerOptions {
  /** When the caller waits no longer. */
  signal?: AbortSignal;
}

interface SimulatorOptions {
  context: SloContext;
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  /** Shared with all who ask sources for people. */
  turns: SourceTurns;
}

const DAY_SECONDS = 86_400;
const MAX_TRIAL_DAYS = 30;
/** Whatever the source does inside. */
const TIMEOUT_MS = 20_000;
/** With the wait for one's turn; gateways give up after 30 s, some sooner. */
const DEADLINE_MS = 25_000;
/** A month in five minutes is about half a megabyte. */
const MAX_KEPT = 20;

/** What was read, and when. */
interface KeptTrial extends Trial {
  /** Unix seconds. */
  from: number;
  to: number;
}

/**
 * Tries targets: on what the portal has measured, and on what a source says of
 * a document that is not in the catalog. The latter for whom the doctor would
 * ask, and no further.
 */
export class Simulator {
  readonly #options: SimulatorOptions;
  readonly #access: ObjectiveAccess;
  readonly #trials: SharedQuestions<KeptTrial>;
  readonly #ledger: LedgerTrials;

  static create(options: SimulatorOptions): Simulator {
    return new Simulator(options);
  }

  private constructor(options: SimulatorOptions) {
    const { context, turns } = options;
    this.#options = options;
    this.#access = ObjectiveAccess.create(options);
    this.#ledger = LedgerTrials.create({ context });
    this.#trials = SharedQuestions.create({
      turns,
      now: () => context.now(),
      timeoutMs: TIMEOUT_MS,
      maxKept: MAX_KEPT,
    });
  }

  /**
   * What targets would have meant for an objective.
   *
   * @throws NotFoundError when there is none, or none that the caller may see
   */
  async simulateObjective(
    key: ObjectiveKey,
    request: SimulationRequest,
    caller: SimulationCaller,
  ): Promise<SimulationAnswer> {
    const scope = await this.#access.scopeOf(caller);
    const { signal } = caller;
    return this.#ledger.simulate({ scope, key, request, signal });
  }

  /**
   * The same for an objective of a text, which no catalog needs to know.
   *
   * @throws NotAllowedError when the caller may not check documents, or not ask
   * for what the text asks
   * @throws InputError when there is no objective that could be measured
   * @throws ServiceUnavailableError when the source does not answer
   */
  async simulateText(
    request: DocumentSimulationRequest,
    caller: SimulationCaller,
  ): Promise<SimulationAnswer> {
    const { context, catalog } = this.#options;
    await assertMayCheck({ ...this.#options, ...caller });
    const scope = await this.#access.scopeOf(caller);
    const text = await Pace.create().run(checkTextSteps(request.text));
    const { definition, names } = chooseObjective({
      text,
      sources: context.sources,
      objective: request.objective,
      resolveIndicator: await namedIndicators({
        text,
        catalog,
        credentials: await catalogCredentials({ ...this.#options, ...caller }),
      }),
    });
    const window = simulationWindow(request, definition.window);
    await this.#mustMayAsk(definition, scope);
    const trial = await this.#read(definition, request, caller.signal);
    const { buckets, from, to, queries, cut } = trial;
    const steps = simulationSteps({
      definition: { ...definition, window },
      targets: simulationTargets(request.targets, definition.target),
      buckets,
      from,
      to,
    });
    return {
      ...(await Pace.create().run(steps)),
      displayName: definition.displayName,
      entityRef: definition.entityRef,
      currentTarget: definition.target,
      objectives: names,
      basis: {
        kind: 'query',
        source: definition.source,
        demo: context.sources.get(definition.source)?.demo ?? false,
        queries,
        cut,
      },
    };
  }

  async #mustMayAsk(
    definition: ObjectiveDefinition,
    scope: ObjectiveScope,
  ): Promise<void> {
    const { client } = this.#options.context;
    const refusalOf = await refusedToAsk({
      client,
      scope,
      definitions: [definition],
    });
    const { entityRef } = definition;
    switch (refusalOf(definition)) {
      case 'service':
        throw new NotAllowedError(
          `No target can be tried: ${entityRef} is not in the catalog, or you may not see its objectives. Register the service first, or let its owners try the document`,
        );
      case 'queries':
        throw new NotAllowedError(
          `No target can be tried: not all queries of the document stand in a document of ${entityRef} in the catalog, and you may not see the objectives of all services. Let somebody try it who may`,
        );
      default:
    }
  }

  async #read(
    objective: ObjectiveDefinition,
    { days = MAX_TRIAL_DAYS }: DocumentSimulationRequest,
    signal: AbortSignal | undefined,
  ): Promise<KeptTrial> {
    const { context } = this.#options;
    const { source: name, indicator, budgeting } = objective;
    const length = Math.min(days, MAX_TRIAL_DAYS) * DAY_SECONDS;
    const deadline = AbortSignal.timeout(DEADLINE_MS);
    const outcome = await this.#trials.ask({
      source: name,
      key: JSON.stringify([indicator, budgeting, length]),
      signal: signal ? AbortSignal.any([deadline, signal]) : deadline,
      ask: async stop => {
        const now = context.now();
        const to = Math.floor(now / BUCKET_SECONDS) * BUCKET_SECONDS;
        const from = to - length;
        // chooseObjective has found it
        const { source } = context.sources.get(name)!;
        const span = { from, to };
        return {
          ...(await readTrial({ source, objective, signal: stop, ...span })),
          ...span,
        };
      },
    });
    switch (outcome.kind) {
      case 'answer':
        return outcome.answer;
      case 'failed':
        if (outcome.error instanceof InputError) {
          throw outcome.error;
        }
        throw new ServiceUnavailableError(
          `The source '${name}' could not be asked: ${sanitizeSourceError(
            outcome.error,
          )}. Try again later`,
        );
      case 'busy':
        throw new ServiceUnavailableError(
          'Too many documents are being tried; come back in a minute',
        );
      default:
        throw new ServiceUnavailableError(
          `The source '${name}' had no time left to answer; try again later`,
        );
    }
  }
}
