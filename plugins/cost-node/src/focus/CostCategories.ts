import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  COST_CATEGORIES,
  type CostCategory,
} from '@plimsoll/plugin-cost-common';

const OF_SERVICE_CATEGORY: Record<string, CostCategory> = {
  Compute: 'compute',
  Databases: 'database',
  Networking: 'network',
  Storage: 'storage',
  'Developer Tools': 'platform',
  Identity: 'platform',
  Security: 'platform',
  'Management and Governance': 'platform',
};

const CACHE = /cache|redis|memcached|valkey/i;
const OBSERVABILITY =
  /cloudwatch|x-ray|monitor|observab|logging|log analytics|insights|trace|grafana|prometheus/i;

interface Override {
  product?: string;
  serviceCategory?: string;
  category: CostCategory;
}

/**
 * Which of our categories a cloud product is of: by `cost.categories` first,
 * by FOCUS `ServiceCategory` and a few well-known names then.
 *
 * @public
 */
export class CostCategories {
  readonly #overrides: readonly Override[];
  readonly #known = new Map<string, CostCategory>();

  /**
   * Reads `cost.categories[]`: `{ match: { product?, serviceCategory? }, to }`.
   *
   * @throws InputError that names the key in app-config and the mend
   */
  static fromConfig(config: Config): CostCategories {
    const overrides = (
      config.getOptionalConfigArray('cost.categories') ?? []
    ).map((one, index): Override => {
      const category = COST_CATEGORIES.find(
        name => name === one.getString('to'),
      );
      const product = one.getOptionalString('match.product');
      const serviceCategory = one.getOptionalString('match.serviceCategory');
      if (!category || (!product && !serviceCategory)) {
        throw new InputError(
          `cost.categories[${index}] needs match.product or match.serviceCategory, ` +
            `and 'to', one of ${COST_CATEGORIES.join(', ')}`,
        );
      }
      return { product, serviceCategory, category };
    });
    return new CostCategories(overrides);
  }

  /** Without overrides. */
  static create(): CostCategories {
    return new CostCategories([]);
  }

  private constructor(overrides: readonly Override[]) {
    this.#overrides = overrides;
  }

  /** @param product - FOCUS `ServiceName` */
  of(product: string, serviceCategory: string | undefined): CostCategory {
    const key = `${serviceCategory ?? ''}\n${product}`;
    const known = this.#known.get(key);
    if (known) {
      return known;
    }
    const category = this.#decide(product, serviceCategory);
    this.#known.set(key, category);
    return category;
  }

  #decide(product: string, serviceCategory: string | undefined): CostCategory {
    const override = this.#overrides.find(
      one =>
        (one.product ?? product) === product &&
        (one.serviceCategory ?? serviceCategory) === serviceCategory,
    );
    if (override) {
      return override.category;
    }
    if (serviceCategory === 'Databases' && CACHE.test(product)) {
      return 'cache';
    }
    if (
      serviceCategory === 'Management and Governance' &&
      OBSERVABILITY.test(product)
    ) {
      return 'observability';
    }
    return OF_SERVICE_CATEGORY[serviceCategory ?? ''] ?? 'other';
  }
}
