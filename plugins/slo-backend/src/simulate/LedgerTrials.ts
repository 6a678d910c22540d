import { ServiceUnavailableError } from '@backstage/errors';
import type {
  ObjectiveKey,
  SimulationAnswer,
  SimulationRequest,
} from '@plimsoll/plugin-slo-common';
import type { KnownDefinition } from '../objectives/CatalogObjective';
import type { ObjectiveScope } from '../permissions/ObjectiveScope';
import { findObjective } from '../service/detail/findObjective';
import type { SloContext } from '../service/SloContext';
import { SharedQuestions } from '../sources/SharedQuestions';
import { SourceTurns } from '../sources/SourceTurns';
import { simulateLedger } from './simulateLedger';
import { simulationTargets } from './simulationTargets';
import { simulationWindow } from './simulationWindow';

/** Longest work on one answer. */
const TIMEOUT_MS = 20_000;
/** An answer with ten targets and their episodes is about 200 kB. */
const MAX_KEPT = 20;
/** Longest wait of one caller, for the turn and the work. */
const PATIENCE_MS = 2 * TIMEOUT_MS;
/** All wait for the one thread, however many objectives they try. */
const LEDGER = 'ledger';

/**
 * Tries targets on what the portal has measured, one answer at a time: the same
 * question is answered once a minute, as long as the status of the objective is
 * the same, and whoever waits no longer is worked for no longer. A correction of
 * days before the objective's own window changes no status: trials of a longer
 * span follow it within the minute.
 */
export class LedgerTrials {
  readonly #context: SloContext;
  readonly #trials: SharedQuestions<SimulationAnswer>;

  static create(options: { context: SloContext }): LedgerTrials {
    return new LedgerTrials(options.context);
  }

  private constructor(context: SloContext) {
    this.#context = context;
    this.#trials = SharedQuestions.create({
      // of its own: no source is asked
      turns: SourceTurns.create(),
      now: () => context.now(),
      timeoutMs: TIMEOUT_MS,
      maxKept: MAX_KEPT,
      retriesFailures: true,
    });
  }

  /**
   * What targets would have meant for an objective.
   *
   * @param options.signal - when the caller waits no longer
   * @throws NotFoundError when there is none, or none that the caller may see
   * @throws InputError when the window cannot be used
   * @throws ServiceUnavailableError when too many targets are being tried
   */
  async simulate(options: {
    scope: ObjectiveScope;
    key: ObjectiveKey;
    request: SimulationRequest;
    signal?: AbortSignal;
  }): Promise<SimulationAnswer> {
    const { scope, key, request, signal } = options;
    const context = this.#context;
    const row = await findObjective({ client: context.client, scope, key });
    const definition: KnownDefinition = JSON.parse(row.definition);
    const asked = {
      targets: simulationTargets(request.targets, definition.target),
      window: simulationWindow(request, definition.window),
      days: request.days,
    };
    const outcome = await this.#trials.ask({
      source: LEDGER,
      // measurements and corrections that change the status are read at once
      key: JSON.stringify([row.id, row.definition, row.payload, asked]),
      signal: AbortSignal.any([
        AbortSignal.timeout(PATIENCE_MS),
        ...(signal ? [signal] : []),
      ]),
      ask: stop =>
        simulateLedger({ context, row, definition, ...asked, signal: stop }),
    });
    switch (outcome.kind) {
      case 'answer':
        return outcome.answer;
      case 'failed':
        throw outcome.error;
      case 'busy':
        throw new ServiceUnavailableError(
          'Too many targets are being tried; come back in a minute',
        );
      default:
        throw new ServiceUnavailableError(
          signal?.aborted
            ? 'Nobody waits for this answer any more'
            : 'Too many targets are being tried; come back in a minute',
        );
    }
  }
}
