import { setTimeout } from 'node:timers/promises';
import { Problem } from './problems.ts';
import type { Settings } from './settings.ts';

interface FaultsOptions {
  settings: Settings;
  randomRatio?: () => number;
  wait?: (milliseconds: number) => Promise<unknown>;
}

/**
 * Errors and delays on demand, to try alerts, canaries and the runbook. They exist only
 * where FAULTS_ENABLED=true, which the chart refuses for production.
 */
export class Faults {
  readonly #settings: Settings;
  readonly #randomRatio: () => number;
  readonly #wait: (milliseconds: number) => Promise<unknown>;

  constructor({ settings, randomRatio = Math.random, wait = setTimeout }: FaultsOptions) {
    this.#settings = settings;
    this.#randomRatio = randomRatio;
    this.#wait = wait;
  }

  /**
   * Waits or fails as FAULT_ERROR_RATIO, FAULT_DELAY_MS and the header x-fault say.
   *
   * @throws Problem
   */
  async apply(header: string | string[] | undefined): Promise<void> {
    if (!this.#settings.faultsEnabled) {
      return;
    }
    let fails = this.#randomRatio() < this.#settings.faultErrorRatio;
    let delayMs = this.#settings.faultDelayMs;
    if (header === 'error') {
      fails = true;
    } else if (header !== undefined) {
      const delay = /^delay=([0-9]{1,5})$/.exec(String(header));
      if (!delay) {
        throw new Problem(400, 'x-fault is either error or delay=<milliseconds>.');
      }
      delayMs += Number(delay[1]);
    }
    if (delayMs > 0) {
      await this.#wait(delayMs);
    }
    if (fails) {
      throw new Problem(500, 'A fault that was asked for.');
    }
  }
}
