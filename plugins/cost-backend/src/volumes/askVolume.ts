import { addDays, type DailyVolume } from '@plimsoll/plugin-cost-common';
import type { ObjectiveKey, SloApi } from '@plimsoll/plugin-slo-common';
import type { VolumeCounter } from './VolumeCounter';

/** A day that was measured less than this says nothing, ratio. */
const LEAST_COVERAGE = 0.95;
const DAY_SECONDS = 86_400;

/** What the SLO plugin knows of a counter. */
export interface VolumeAnswer {
  days: DailyVolume[];
  /** Days that it measured in part only: what was known of them is not so. */
  partial: string[];
  /** Days that it does not know, or not yet. */
  missing: number;
}

interface VolumeQuestion {
  slo: Pick<SloApi, 'getVolume' | 'getHistory'>;
  from: string;
  /** Exclusive. */
  to: string;
  token: string;
  signal: AbortSignal;
}

/** Asks how many there were on each UTC day. */
export async function askVolume(
  options: VolumeQuestion & { counter: VolumeCounter },
): Promise<VolumeAnswer> {
  const { objective } = options.counter;
  const all = objective
    ? await askObjective({ ...options, objective })
    : await askService(options);
  const days = all
    .filter(({ coverage }) => coverage >= LEAST_COVERAGE)
    .map(({ day, volume }) => ({ day, volume }));
  const partial = all
    .filter(({ coverage }) => coverage > 0 && coverage < LEAST_COVERAGE)
    .map(({ day }) => day);
  return { days, partial, missing: all.length - days.length };
}

type MeasuredDay = DailyVolume & { coverage: number };

async function askService(
  options: VolumeQuestion & { counter: VolumeCounter },
): Promise<MeasuredDay[]> {
  const { slo, counter, from, to, token, signal } = options;
  const { days } = await slo.getVolume(
    {
      entityRef: counter.entityRef,
      from: `${from}T00:00:00Z`,
      to: `${to}T00:00:00Z`,
      timeZone: 'UTC',
    },
    { token, signal },
  );
  return days.map(({ date, total, coverage }) => ({
    day: date,
    volume: total,
    coverage,
  }));
}

/** A point of its history speaks for the day that ends there. */
async function askObjective(
  options: VolumeQuestion & { objective: ObjectiveKey },
): Promise<MeasuredDay[]> {
  const { slo, objective, from, to, token, signal } = options;
  const { points } = await slo.getHistory(
    objective,
    {
      from: `${from}T00:00:00Z`,
      to: `${to}T00:00:00Z`,
      step: DAY_SECONDS,
    },
    { token, signal },
  );
  return points.map(({ at, total, coverage }) => ({
    day: addDays(at.slice(0, 10), -1),
    volume: total,
    coverage,
  }));
}
