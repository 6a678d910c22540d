import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type {
  ResourcePrices,
  StoragePrices,
} from '@plimsoll/plugin-cost-common';
import { readSpotSettings, type SpotSettings } from './readSpotSettings';

/** What app-config says of savings; prices in units of `cost.currency`. */
export interface SavingsSettings {
  currency: string;
  /** Of a commitment for a year, below the on-demand price: 0 to 1. */
  commitmentDiscount: number;
  termMonths: number;
  /** Of spot machines, below the on-demand price: 0 to 1. */
  spotDiscount: number;
  prices: ResourcePrices;
  storage: StoragePrices;
  spot: SpotSettings;
  /** Ref of the scaffolder's template that opens a change. */
  template?: string;
}

const KEY = 'cost.savings';

/** @throws InputError that names the key and the mend */
export function readSavingsSettings(config: Config): SavingsSettings {
  const savings = config.getOptionalConfig(KEY);
  const price = (name: string, otherwise: number) => {
    const value = savings?.getOptionalNumber(name) ?? otherwise;
    if (!(value >= 0)) {
      throw new InputError(
        `${KEY}.${name} is ${value}; write a price from 0 on`,
      );
    }
    return value;
  };
  const discount = (name: string, otherwise: number) => {
    const value = savings?.getOptionalNumber(name) ?? otherwise;
    if (!(value > 0 && value < 1)) {
      throw new InputError(
        `${KEY}.${name} is ${value}; write a ratio between 0 and 1, 0.3 for 30 %`,
      );
    }
    return value;
  };
  const termMonths = savings?.getOptionalNumber('termMonths') ?? 12;
  if (termMonths !== 12 && termMonths !== 36) {
    throw new InputError(`${KEY}.termMonths is ${termMonths}; write 12 or 36`);
  }
  const template = savings?.getOptionalString('template');
  return {
    currency: config.getOptionalString('cost.currency') ?? 'USD',
    commitmentDiscount: discount('commitmentDiscount', 0.3),
    termMonths,
    spotDiscount: discount('spotDiscount', 0.5),
    prices: {
      cpuCoreHour: price('cpuCoreHour', 0.0316),
      memoryGibHour: price('memoryGibHour', 0.0042),
    },
    storage: {
      standardGibMonth: price('storage.standardGibMonth', 0.023),
      infrequentGibMonth: price('storage.infrequentGibMonth', 0.0125),
      retrievalGib: price('storage.retrievalGib', 0.01),
      transitionPer1000: price('storage.transitionPer1000', 0.01),
    },
    spot: readSpotSettings(config),
    ...(template && { template }),
  };
}
