import type { NanoUnits } from '../money/nanoUnits';
import { splitByWeights } from '../money/splitByWeights';
import type { AccountCost, SavableCost, SavingDraft } from './SavingDraft';

interface Ledger {
  cost: NanoUnits;
  left: NanoUnits;
}

/**
 * What is left of a month's cost after the savings that were taken from it.
 *
 * What is a service's is limited by that service's cost and by the part that
 * it changes, a resource or a container, and by nothing of others: so it is the
 * same whatever they could save. Commitments are limited by the machines of
 * their account, of which those that go or become cheaper are no longer there
 * to be covered; what is of no service alone, by all that services leave.
 */
export class RemainingCost {
  /** By category and service. */
  readonly #services = new Map<string, Ledger>();
  /** By category, of all services and pools. */
  readonly #whole = new Map<string, Ledger>();
  /** By part and service: what its first saving is of, less what was taken. */
  readonly #parts = new Map<string, NanoUnits>();
  readonly #accounts: ReadonlyMap<string, NanoUnits>;
  /** By account, then by service. */
  readonly #taken = new Map<string, Map<string, NanoUnits>>();

  constructor(options: {
    costs: readonly SavableCost[];
    accounts: readonly AccountCost[];
  }) {
    const sums = new Map<string, SavableCost>();
    for (const cost of options.costs) {
      const key = JSON.stringify([cost.entityRef, cost.category]);
      const known = sums.get(key);
      const monthly = (known?.monthly ?? 0n) + cost.monthly;
      sums.set(key, { ...cost, monthly });
    }
    // what a service is given back lowers its own cost, nobody else's
    for (const { entityRef, category, monthly } of sums.values()) {
      if (monthly > 0n) {
        add(this.#whole, category, monthly);
        if (entityRef !== undefined) {
          add(this.#services, keyOf({ category, entityRef }), monthly);
        }
      }
    }
    this.#accounts = new Map(
      options.accounts.map(({ subAccount, monthly }) => [subAccount, monthly]),
    );
  }

  /** Takes a saving and returns what it is worth after those before it. */
  take(draft: SavingDraft): NanoUnits {
    const value = this.worth(draft);
    const { category, entityRef } = draft;
    const ledgers = [
      this.#whole.get(category),
      ...(entityRef === undefined ? [] : [this.#ledgerOf(draft)]),
    ];
    for (const ledger of ledgers) {
      if (ledger) {
        ledger.left -= value;
      }
    }
    const part = partOf(draft);
    if (part !== undefined && value > 0n) {
      this.#parts.set(part, this.#partLeft(part, draft) - value);
    }
    this.#takeFromAccounts(draft, value);
    return value;
  }

  /** What a saving is worth now. */
  worth(draft: SavingDraft): NanoUnits {
    const { base, theoretical, realisableAtMost } = draft;
    const ledger = this.#ledgerOf(draft);
    if (!ledger || base <= 0n || theoretical <= 0n || ledger.left <= 0n) {
      return 0n;
    }
    const touched = this.#touchedBy(draft, ledger);
    const value = (touched * smaller(theoretical, base)) / base;
    const most = realisableAtMost ?? value;
    return larger(0n, smaller(smaller(value, ledger.left), most));
  }

  /** What is still there of what a saving is of. */
  #touchedBy(draft: SavingDraft, { cost, left }: Ledger): NanoUnits {
    const { base, subAccount } = draft;
    const part = partOf(draft);
    if (part !== undefined) {
      return smaller(base, this.#partLeft(part, draft));
    }
    if (subAccount !== undefined) {
      const all = this.#accounts.get(subAccount) ?? base;
      const rest = larger(0n, all - this.#takenFrom(draft, subAccount));
      return all > 0n ? (smaller(base, all) * rest) / all : 0n;
    }
    return (smaller(base, cost) * left) / cost;
  }

  /** By its own service where it has one: others are none of its business. */
  #takenFrom({ entityRef }: SavingDraft, subAccount: string): NanoUnits {
    const taken = this.#taken.get(subAccount);
    return entityRef === undefined
      ? [...(taken?.values() ?? [])].reduce((sum, one) => sum + one, 0n)
      : taken?.get(entityRef) ?? 0n;
  }

  #takeFromAccounts(draft: SavingDraft, value: NanoUnits): void {
    const { entityRef = '', accounts = [], subAccount } = draft;
    const from =
      subAccount === undefined ? accounts : [{ subAccount, monthly: value }];
    const parts = splitByWeights({
      total: value,
      weights: from.map(({ monthly }) => larger(0n, monthly)),
    });
    from.forEach((account, index) => {
      const taken = this.#taken.get(account.subAccount) ?? new Map();
      this.#taken.set(account.subAccount, taken);
      taken.set(entityRef, (taken.get(entityRef) ?? 0n) + parts[index]);
    });
  }

  #partLeft(part: string, { base }: SavingDraft): NanoUnits {
    return this.#parts.get(part) ?? base;
  }

  #ledgerOf(draft: SavingDraft): Ledger | undefined {
    const { category, entityRef } = draft;
    return entityRef === undefined
      ? this.#whole.get(category)
      : this.#services.get(keyOf({ category, entityRef }));
  }
}

function add(
  ledgers: Map<string, Ledger>,
  key: string,
  monthly: NanoUnits,
): void {
  const ledger = ledgers.get(key) ?? { cost: 0n, left: 0n };
  ledgers.set(key, ledger);
  ledger.cost += monthly;
  ledger.left += monthly;
}

function partOf(draft: SavingDraft): string | undefined {
  const { part, resourceId, entityRef } = draft;
  const name = part ?? resourceId;
  return name === undefined ? undefined : JSON.stringify([entityRef, name]);
}

function keyOf(of: { category: string; entityRef: string }): string {
  return JSON.stringify([of.category, of.entityRef]);
}

function smaller(a: NanoUnits, b: NanoUnits): NanoUnits {
  return a < b ? a : b;
}

function larger(a: NanoUnits, b: NanoUnits): NanoUnits {
  return a > b ? a : b;
}
