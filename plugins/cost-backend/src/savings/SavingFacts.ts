import type {
  AccountCost,
  CostCategory,
  NanoUnits,
  SavableCost,
} from '@plimsoll/plugin-cost-common';

/** A resource of the bill and what it costs a month. */
export interface BilledResource {
  resourceId: string;
  /** For people. */
  name: string;
  /** Ref of whom it belongs to; unset where nobody has it alone. */
  entityRef?: string;
  category: CostCategory;
  /** Of virtual machines. */
  subAccount?: string;
  monthly: NanoUnits;
}

/** Machines that are paid by the hour, of one account or service. */
export interface OnDemandSpend {
  /** Names it, and stays. */
  id: string;
  /** Ref, where all of it is one service's. */
  entityRef?: string;
  subAccount: string;
  machines: number;
  /** Each hour, oldest day first, units of the currency. */
  hourly: number[];
}

/** In which accounts machines are, and what they cost a month. */
export interface MachineAccounts {
  /** By cluster. */
  clusters: ReadonlyMap<string, readonly AccountCost[]>;
  /** Machines that are one service's alone, by its ref. */
  services: ReadonlyMap<string, readonly AccountCost[]>;
}

/** What the bill says of the last weeks, all that savings are worked out from. */
export interface SavingFacts {
  /** Days that were looked at; 0 where there is no bill. */
  days: number;
  completeTo?: string;
  /** The same of all bills, of those too that are late. */
  allCompleteTo?: string;
  costs: SavableCost[];
  resources: BilledResource[];
  onDemand: OnDemandSpend[];
  /** Share of its machines' cost that a service pays for spot ones, by ref. */
  spotRatios: ReadonlyMap<string, number>;
}
