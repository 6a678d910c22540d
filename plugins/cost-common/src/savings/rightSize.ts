import type { NanoUnits } from '../money/nanoUnits';
import { nanosOf } from '../money/unitsOf';
import type { ContainerUse } from '../use/ContainerUse';
import { adviseCpu, type CpuAdvice } from './adviseCpu';
import { adviseMemory } from './adviseMemory';
import { cpuQuantity, memoryQuantity } from './resourceQuantity';
import type { SavingFigures } from './SavingFigures';

const HOURS_OF_MONTH = 730;
const GIBIBYTE = 2 ** 30;

/** Less evidence than this is none. */
const FEWEST_DAYS = 7;
const FEWEST_POINTS = 100;

/** Days from which on the evidence has seen every weekday twice. */
const ENOUGH_DAYS = 14;

/** A larger cut than this share of a request is no small change. */
const LARGE_CUT = 0.6;

/** A smaller one is not worth a change. */
const SMALL_CUT = 0.05;

/** What an hour of a core and of a GiB costs, in units of the currency. @public */
export interface ResourcePrices {
  cpuCoreHour: number;
  memoryGibHour: number;
}

/** @public */
export type RightSizing =
  | ({
      state: 'advised';
      /** What one replica should ask for; absent stays as it is. */
      request: { cpuCores?: number; memoryBytes?: number };
      /** CPU target that goes with the request, ratio. */
      cpuTarget?: number;
    } & SavingFigures)
  /** It asks for what it needs. */
  | { state: 'none' }
  | {
      state: 'refused';
      reason: 'few-days' | 'no-request' | 'throttled' | 'not-known';
    };

/**
 * What a container should ask for and what a month of that would save, if
 * every core and byte were paid by itself; see {@link freedNodes} for what can
 * be cashed. Rules of KRR's simple strategy, with guards for throttling, lack
 * of memory, managed heaps and autoscalers. Never more than its own cost.
 *
 * @public
 */
export function rightSize(options: {
  container: ContainerUse;
  prices: ResourcePrices;
  /** What all its replicas cost a month. */
  monthlyCost?: NanoUnits;
}): RightSizing {
  const { container, prices, monthlyCost } = options;
  const { days, points, request } = container;
  if (days < FEWEST_DAYS || points < FEWEST_POINTS) {
    return { state: 'refused', reason: 'few-days' };
  }
  if (request.cpuCores === undefined && request.memoryBytes === undefined) {
    return { state: 'refused', reason: 'no-request' };
  }
  const cpu = worthwhile(adviseCpu(container), request.cpuCores);
  const advisedBytes = adviseMemory(container);
  const memory = isWorthwhile(advisedBytes, request.memoryBytes)
    ? advisedBytes
    : undefined;
  if (cpu === undefined && memory === undefined) {
    return whyNothing(container);
  }
  const hourly =
    saved(request.cpuCores, cpu?.cores, container.cpuP95Cores) *
      prices.cpuCoreHour +
    (saved(request.memoryBytes, memory, container.memoryPeakBytes) / GIBIBYTE) *
      prices.memoryGibHour;
  const full = nanosOf(HOURS_OF_MONTH * container.replicas * hourly);
  const theoretical =
    monthlyCost !== undefined && monthlyCost < full ? monthlyCost : full;
  if (theoretical <= 0n) {
    return { state: 'none' };
  }
  return {
    state: 'advised',
    request: {
      ...(cpu && { cpuCores: cpu.cores }),
      ...(memory !== undefined && { memoryBytes: memory }),
    },
    ...(cpu?.cpuTarget !== undefined && { cpuTarget: cpu.cpuTarget }),
    theoretical,
    risk: riskOf({ container, cpu, memory }),
    evidence: evidenceOf({ container, cpu, memory }),
  };
}

/** Of what is paid for: what is asked for, or used where that is more. */
function saved(asked = 0, advised = asked, used = 0): number {
  return Math.max(asked, used) - Math.max(advised, used);
}

function isWorthwhile(advised?: number, asked?: number): boolean {
  return (
    advised !== undefined &&
    asked !== undefined &&
    Math.abs(asked - advised) > SMALL_CUT * asked
  );
}

function worthwhile(
  advice: CpuAdvice | undefined,
  asked: number | undefined,
): CpuAdvice | undefined {
  return isWorthwhile(advice?.cores, asked) ? advice : undefined;
}

function whyNothing(container: ContainerUse): RightSizing {
  const { cpuP95Cores, memoryPeakBytes, throttledRatio = 0 } = container;
  if (throttledRatio > 0.05) {
    return { state: 'refused', reason: 'throttled' };
  }
  return cpuP95Cores === undefined && memoryPeakBytes === undefined
    ? { state: 'refused', reason: 'not-known' }
    : { state: 'none' };
}

function riskOf(options: {
  container: ContainerUse;
  cpu?: CpuAdvice;
  memory?: number;
}): SavingFigures['risk'] {
  const { container, cpu, memory } = options;
  const { request, days, outOfMemoryKills = 0 } = container;
  if (cpu?.cpuTarget !== undefined || outOfMemoryKills > 0) {
    return 'high';
  }
  const cut = Math.max(
    1 - (cpu?.cores ?? Infinity) / (request.cpuCores ?? Infinity) || 0,
    1 - (memory ?? Infinity) / (request.memoryBytes ?? Infinity) || 0,
  );
  return days < ENOUGH_DAYS || cut > LARGE_CUT ? 'medium' : 'low';
}

function evidenceOf(options: {
  container: ContainerUse;
  cpu?: CpuAdvice;
  memory?: number;
}): SavingFigures['evidence'] {
  const { container, cpu, memory } = options;
  const { request, cpuP95Cores = 0, memoryPeakBytes = 0 } = container;
  const rows: SavingFigures['evidence'] = [
    { name: 'days', value: String(container.days) },
    { name: 'replicas', value: String(container.replicas) },
  ];
  if (cpu) {
    rows.push(
      { name: 'cpu-request', value: cpuQuantity(request.cpuCores ?? 0) },
      { name: 'cpu-p95', value: cpuQuantity(cpuP95Cores) },
      { name: 'cpu-advised', value: cpuQuantity(cpu.cores) },
    );
  }
  if (memory !== undefined) {
    rows.push(
      {
        name: 'memory-request',
        value: memoryQuantity(request.memoryBytes ?? 0),
      },
      { name: 'memory-peak', value: memoryQuantity(memoryPeakBytes) },
      { name: 'memory-advised', value: memoryQuantity(memory) },
    );
  }
  if (container.throttledRatio !== undefined) {
    const percent = (100 * container.throttledRatio).toFixed(1);
    rows.push({ name: 'throttled', value: `${percent}%` });
  }
  if (container.outOfMemoryKills !== undefined) {
    rows.push({
      name: 'out-of-memory',
      value: String(container.outOfMemoryKills),
    });
  }
  return rows;
}
