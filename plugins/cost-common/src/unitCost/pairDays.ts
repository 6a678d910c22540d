import type { DailyAmount, DailyVolume } from '../calendar/DailySeries';
import type { NanoUnits } from '../money/nanoUnits';

/** A complete day with both cost and volume. */
export interface PairedDay {
  day: string;
  amount: NanoUnits;
  volume: number;
}

/** Complete days that have a cost and a volume above 0, oldest first. */
export function pairDays(options: {
  costs: readonly DailyAmount[];
  volumes: readonly DailyVolume[];
  completeTo: string;
}): PairedDay[] {
  const amounts = new Map<string, NanoUnits>();
  for (const { day, amount } of options.costs) {
    amounts.set(day, (amounts.get(day) ?? 0n) + amount);
  }
  const volumes = new Map<string, number>();
  for (const { day, volume } of options.volumes) {
    volumes.set(day, (volumes.get(day) ?? 0) + volume);
  }
  return [...amounts]
    .map(([day, amount]) => ({ day, amount, volume: volumes.get(day) ?? 0 }))
    .filter(({ day, volume }) => day <= options.completeTo && volume > 0)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}
