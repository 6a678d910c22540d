import type { Stack } from '@plimsoll/plugin-golden-path-common';

/** Where a server of this machine listens. */
export interface Address {
  host: string;
  port: number;
}

/** What a service of a stack keeps its data in. */
export interface DataStore {
  address: Address;
  /** What the service is told, where it reaches the store at an address. */
  environment(address: Address): Record<string, string>;
  /** The gauge that says whether the service reaches it. */
  upMetric: string;
  stop(): Promise<void>;
}

/** What differs between the stacks when a rendered service is really run. */
export interface StackCase {
  stack: Stack;
  /** What this machine lacks to run it, in a sentence. */
  missing?: string;
  /** Where the tools of the stack are; both for `ci/stack.sh` and for the service. */
  tools: Record<string, string>;
  /** Starts it, in the folder of the service, after `ci/stack.sh coverage`. */
  start: { command: string; args: string[] };
  openDataStore?(): Promise<DataStore>;
}
