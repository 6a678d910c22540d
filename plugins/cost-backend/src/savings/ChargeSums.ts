import {
  eachInTurns,
  type NanoUnits,
  type Turns,
} from '@plimsoll/plugin-cost-common';
import type { MachineCharge } from './MachineCharge';
import { monthOfDays } from './monthOfDays';
import type { ResourceKey } from './readResourceKeys';
import type { BilledResource } from './SavingFacts';

/** A line of the bill, as far as savings look at it. */
export interface ResourceLine {
  keyId: string;
  /** UTC day. */
  day: string;
  effective: NanoUnits;
  /** Hours that it ran, where the bill counts in hours. */
  hours?: number;
}

/** Sums lines by resource; those of machines by day too. */
export class ChargeSums {
  readonly #keys: ReadonlyMap<string, ResourceKey>;
  /** By key. */
  readonly #sums = new Map<string, NanoUnits>();
  /** By day, then by key: one map of all would stall while it grows. */
  readonly #machines = new Map<string, Map<string, MachineCharge>>();

  static create(keys: ReadonlyMap<string, ResourceKey>): ChargeSums {
    return new ChargeSums(keys);
  }

  private constructor(keys: ReadonlyMap<string, ResourceKey>) {
    this.#keys = keys;
  }

  add({ keyId, day, effective, hours }: ResourceLine): void {
    const key = this.#keys.get(keyId);
    if (!key) {
      return;
    }
    this.#sums.set(keyId, (this.#sums.get(keyId) ?? 0n) + effective);
    if (key.machine) {
      const { resourceId, entityRef, machine } = key;
      const ofDay = this.#machines.get(day) ?? new Map();
      this.#machines.set(day, ofDay);
      const charge: MachineCharge = ofDay.get(keyId) ?? {
        ...machine,
        resourceId,
        day,
        effective: 0n,
        ...(entityRef && { entityRef }),
      };
      ofDay.set(keyId, charge);
      charge.effective += effective;
      if (hours !== undefined) {
        charge.hours = (charge.hours ?? 0) + hours;
      }
    }
  }

  /** Virtual machines, whoever they belong to. */
  *machines(): Iterable<MachineCharge> {
    for (const ofDay of this.#machines.values()) {
      yield* ofDay.values();
    }
  }

  /** What each resource costs a month. */
  *resources(): Turns<BilledResource[]> {
    const resources = new Map<string, BilledResource>();
    yield* eachInTurns(this.#sums, ([keyId, sum]) => {
      const { machine, ...key } = this.#keys.get(keyId)!;
      const known: BilledResource = resources.get(key.resourceId) ?? {
        ...key,
        monthly: 0n,
      };
      if (machine) {
        // a machine has keys beside its hours, of transfer for example
        known.subAccount ??= machine.subAccount;
      }
      known.monthly += sum;
      resources.set(key.resourceId, known);
    });
    yield* eachInTurns(resources.values(), resource => {
      resource.monthly = monthOfDays(resource.monthly);
    });
    return [...resources.values()];
  }
}
