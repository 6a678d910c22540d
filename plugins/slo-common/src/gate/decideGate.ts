import type { ObjectiveStatus } from '../status/ObjectiveStatus';
import type { GateReason } from './GateDecision';
import {
  GATE_ANNOTATION,
  GATE_VERDICTS,
  type GatePolicy,
  type GateVerdict,
} from './GatePolicy';
import type { ReadGateOverride } from './readGateOverride';

/** What a gate needs to know of an objective. @public */
export type GatedObjective = Pick<
  ObjectiveStatus,
  | 'ref'
  | 'objective'
  | 'displayName'
  | 'state'
  | 'budget'
  | 'projected'
  | 'evaluatedAt'
  | 'corrections'
>;

/**
 * Seconds after which a status is not believed any more. Objectives are
 * evaluated each minute, so this is ten in a row that did not happen.
 */
const STALE_SECONDS = 600;

const NO_OBJECTIVES: GateReason = {
  code: 'no-objectives',
  verdict: 'warn',
  message:
    'The service has no objective, so nothing says whether it can bear a release',
};

/**
 * Whether a release may go out, by the error budgets of its service.
 *
 * An objective of which nothing is known warns and never blocks; a service
 * without objectives warns too, so that silence is not taken for health. A
 * calendar window is judged by its projected budget, as everywhere. A status
 * that nobody renewed for ten minutes is nothing that is known. Where people have
 * excluded time, the reason says so, and what would be left without.
 *
 * @param options.now - Unix seconds
 * @param options.override - the service's annotation, where it has one and may
 * @public
 */
export function decideGate(options: {
  objectives: readonly GatedObjective[];
  policy: GatePolicy;
  now: number;
  override?: ReadGateOverride;
}): { verdict: GateVerdict; reasons: GateReason[] } {
  const { objectives, override, now } = options;
  const isOff = override?.override?.off === true;
  const policy: GatePolicy = { ...options.policy, ...settingsOf(override) };
  const judged = objectives.map(objective =>
    withCorrections(judge(objective, { policy, now }), objective),
  );
  const reasons = [
    ...(override ? [overrideReason(override)] : []),
    ...(judged.length > 0 ? judged : [NO_OBJECTIVES]),
  ].map(reason => (isOff ? { ...reason, verdict: 'allow' as const } : reason));
  reasons.sort((a, b) => strictness(b.verdict) - strictness(a.verdict));
  return { verdict: reasons[0].verdict, reasons };
}

function settingsOf(override: ReadGateOverride | undefined) {
  const { off: _off, ...settings } = override?.override ?? {};
  return settings;
}

function overrideReason({ override, fault }: ReadGateOverride): GateReason {
  if (fault !== undefined) {
    return { code: 'override-unreadable', verdict: 'warn', message: fault };
  }
  return override.off
    ? {
        code: 'switched-off',
        verdict: 'allow',
        message: `The gate is switched off by the service's annotation ${GATE_ANNOTATION}`,
      }
    : {
        code: 'overridden',
        verdict: 'allow',
        message: `The service's annotation ${GATE_ANNOTATION} changes the policy`,
      };
}

/** Who reads the decision later must see what it rests on. */
function withCorrections(
  reason: GateReason,
  { corrections }: GatedObjective,
): GateReason {
  if (!corrections) {
    return reason;
  }
  const { count, rawBudget, rawProjected } = corrections;
  const raw = rawProjected?.remaining ?? rawBudget.remaining;
  const many = count === 1 ? '1 correction' : `${count} corrections`;
  const without =
    raw === undefined ? '' : `; ${percent(raw)} is left as measured`;
  return {
    ...reason,
    message: `${reason.message}; time is excluded by ${many}${without}`,
    corrections: {
      count,
      ...(raw !== undefined && { rawRemaining: raw }),
    },
  };
}

function judge(
  status: GatedObjective,
  { policy, now }: { policy: GatePolicy; now: number },
): GateReason {
  const { ref, objective, displayName, state, budget, projected } = status;
  const about = { objective: { ref, objective, displayName } };
  const remaining = projected?.remaining ?? budget.remaining;
  if (state === 'no-data' || state === 'unknown') {
    return {
      ...about,
      code: 'no-data',
      verdict: 'warn',
      message:
        state === 'unknown'
          ? `${displayName}: its source is down${lastKnown(remaining)}`
          : `${displayName}: it is not measured, so its budget is not known`,
    };
  }
  const age = ageSeconds(status, now);
  if (age > STALE_SECONDS) {
    return {
      ...about,
      code: 'no-data',
      verdict: 'warn',
      message: Number.isFinite(age)
        ? `${displayName}: it was evaluated last ${Math.floor(
            age / 60,
          )} minutes ago, so its budget is not known now${lastKnown(remaining)}`
        : `${displayName}: it was not evaluated yet, so its budget is not known`,
    };
  }
  if (state === 'insufficient' || isTooFew({ state, budget, projected })) {
    return {
      ...about,
      code: 'insufficient',
      verdict: 'warn',
      message: `${displayName}: there are too few events for its target, so its budget says nothing`,
    };
  }
  if (state === 'exhausted') {
    return {
      ...about,
      code: 'exhausted',
      verdict: policy.whenExhausted,
      message: `${displayName}: its error budget is spent${left(remaining)}`,
    };
  }
  if (state === 'no-traffic') {
    return {
      ...about,
      code: 'budget-left',
      verdict: 'allow',
      message: `${displayName}: nothing happened in its window, its budget is untouched`,
    };
  }
  if (remaining === undefined) {
    return {
      ...about,
      code: 'no-data',
      verdict: 'warn',
      message: `${displayName}: its budget is not known yet`,
    };
  }
  return remaining < policy.warnBelow
    ? {
        ...about,
        code: 'low-budget',
        verdict: 'warn',
        message: `${displayName}: ${percent(
          remaining,
        )} of its error budget is left, less than ${percent(policy.warnBelow)}`,
      }
    : {
        ...about,
        code: 'budget-left',
        verdict: 'allow',
        message: `${displayName}: ${percent(
          remaining,
        )} of its error budget is left`,
      };
}

/** Infinite where it was never evaluated. */
function ageSeconds({ evaluatedAt }: GatedObjective, now: number): number {
  return evaluatedAt === undefined
    ? Infinity
    : now - Date.parse(evaluatedAt) / 1_000;
}

/** A pair may burn where not one whole failure is allowed. */
function isTooFew({
  state,
  budget,
  projected,
}: Pick<GatedObjective, 'state' | 'budget' | 'projected'>): boolean {
  const { allowed = 1 } = projected ?? budget;
  return state === 'burning' && allowed < 1;
}

function strictness(verdict: GateVerdict): number {
  return GATE_VERDICTS.indexOf(verdict);
}

function lastKnown(remaining: number | undefined): string {
  return remaining === undefined
    ? ''
    : `; ${percent(remaining)} of its error budget was left last`;
}

function left(remaining: number | undefined): string {
  return remaining === undefined ? '' : ` (${percent(remaining)} left)`;
}

/** Rounded down, so that no budget reads as more than it is. */
function percent(ratio: number): string {
  return `${Math.floor(Number((ratio * 1_000).toPrecision(12))) / 10} %`;
}
