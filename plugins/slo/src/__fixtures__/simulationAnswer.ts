import type {
  ObjectiveStatus,
  SimulatedTarget,
  SimulationAnswer,
} from '@plimsoll/plugin-slo-common';
import { objectiveStatus } from './objectiveStatus';

const BAD = 15_428;
const TOTAL = 32_412_806;

/** What one target would have meant for checkout in the design's pictures. */
export function simulatedTarget(
  target: number,
  overrides: Partial<SimulatedTarget> = {},
): SimulatedTarget {
  const share = Math.round((1 - target) * 1e9) / 1e9;
  const allowed = share * TOTAL;
  const remaining = 1 - BAD / allowed;
  const pages = target >= 0.9995 ? 3 : Number(target >= 0.999);
  return {
    target,
    state: remaining > 0 ? 'ok' : 'exhausted',
    budget: {
      remaining,
      consumed: 1 - remaining,
      bad: BAD,
      total: TOTAL,
      allowed,
    },
    worst: { remaining: remaining - 0.01, at: '2026-11-18T10:00:00.000Z' },
    exhaustedSeconds: remaining > 0 ? 0 : 4.5 * 86_400,
    judgedSeconds: 30 * 86_400,
    pages: {
      count: pages,
      seconds: pages * 1_800,
      undecided: 0,
      detectable: 14.4 * share,
    },
    tickets: { count: 2, seconds: 7_200, undecided: 0, detectable: share },
    episodes: Array.from({ length: pages }, (_, index) => ({
      severity: 'page' as const,
      from: `2026-11-0${3 + index}T10:00:00.000Z`,
      to: `2026-11-0${3 + index}T10:30:00.000Z`,
      pair: { long: '1h' as const, short: '5m' as const, factor: 14.4 },
    })),
    refusedPairs: [],
    outageSecondsAMonth: share * 30 * 86_400,
    ...overrides,
  };
}

/** An answer of the simulator; the objective's own target is in it. */
export function simulationAnswer(
  options: {
    objective?: ObjectiveStatus;
    targets?: readonly number[];
    kind?: SimulationAnswer['basis']['kind'];
  } = {},
): SimulationAnswer {
  const {
    objective = objectiveStatus(),
    targets = [],
    kind = 'ledger',
  } = options;
  const { displayName, entityRef, target, window, unit, source, demo } =
    objective;
  const from = '2026-10-20T09:15:00.000Z';
  const fineFrom = '2026-11-16T01:00:00.000Z';
  const to = '2026-11-19T09:23:00.000Z';
  return {
    from,
    to,
    coverage: 0.9972,
    windowCoverage: 0.9972,
    window,
    unit,
    minBad: 10,
    targets: [...new Set([target, ...targets])]
      .sort((a, b) => a - b)
      .map(one => simulatedTarget(one)),
    replays: [
      {
        severity: 'page',
        long: '1h',
        short: '5m',
        stretches: [
          { from, to: fineFrom },
          { from: fineFrom, to, everySeconds: 300 },
        ],
      },
      {
        severity: 'page',
        long: '6h',
        short: '30m',
        stretches: [{ from, to, everySeconds: 900 }],
      },
    ],
    displayName,
    entityRef,
    currentTarget: target,
    basis: { kind, source, demo },
  };
}
