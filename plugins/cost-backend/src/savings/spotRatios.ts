import { eachInTurns, type Turns, unitsOf } from '@plimsoll/plugin-cost-common';
import type { MachineCharge } from './MachineCharge';

/**
 * Which share of its machines' cost a service pays for spot machines, ratio by
 * ref; for services that have machines of their own.
 */
export function* spotRatios(
  charges: Iterable<MachineCharge>,
): Turns<Map<string, number>> {
  const sums = new Map<string, { spot: number; all: number }>();
  yield* eachInTurns(charges, ({ entityRef, effective, pricing }) => {
    if (entityRef !== undefined) {
      const cost = unitsOf(effective);
      const { spot, all } = sums.get(entityRef) ?? { spot: 0, all: 0 };
      sums.set(entityRef, {
        spot: spot + (pricing === 'dynamic' ? cost : 0),
        all: all + cost,
      });
    }
  });
  return new Map(
    [...sums].flatMap(([ref, { spot, all }]) =>
      all > 0 ? [[ref, Math.min(1, Math.max(0, spot / all))] as const] : [],
    ),
  );
}
