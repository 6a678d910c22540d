import { type ChargeKey, ChargeMatcher } from '@plimsoll/plugin-cost-common';
import type { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import type { AllocationSettings } from '../allocation/AllocationSettings';
import { CatalogClaims } from '../catalog/CatalogClaims';

/** Keys that are read and decided at once: a few milliseconds. */
const PAGE = 250;

/** Keys of charges by their id. */
type Keys = Map<string, ChargeKey>;

/**
 * What charges of the bill name which service. Read when it is asked for
 * first, once for all services: a bill has 100,000 keys.
 */
export class ServiceKeys {
  readonly #client: Knex;
  readonly #allocation: AllocationSettings;
  readonly #pace: Pace;
  #byService: Promise<Map<string, Keys>> | undefined;

  static create(options: {
    client: Knex;
    allocation: AllocationSettings;
    pace: Pace;
  }): ServiceKeys {
    return new ServiceKeys(options);
  }

  private constructor(options: Parameters<typeof ServiceKeys.create>[0]) {
    this.#client = options.client;
    this.#allocation = options.allocation;
    this.#pace = options.pace;
  }

  /** Keys of the charges that are directly a service's. */
  async of(entityRef: string): Promise<ReadonlyMap<string, ChargeKey>> {
    this.#byService ??= this.#read();
    return (await this.#byService).get(entityRef) ?? new Map();
  }

  async #read(): Promise<Map<string, Keys>> {
    const client = this.#client;
    const { mapping } = await CatalogClaims.create({ client }).read();
    const matcher = await this.#pace.run(
      ChargeMatcher.inTurns({ ...this.#allocation, mapping }),
    );
    const services = new Map<string, Keys>();
    let after = '';
    for (;;) {
      const page: Array<{ id: string; content: string }> = await client(
        'cost_key',
      )
        .where('id', '>', after)
        .orderBy('id')
        .limit(PAGE)
        .select('id', 'content');
      for (const { id, content } of page) {
        const key: ChargeKey = JSON.parse(content);
        const owner = matcher.ownerOf(key, 'usage');
        if (owner.to === 'service') {
          const keys: Keys = services.get(owner.entityRef) ?? new Map();
          services.set(owner.entityRef, keys.set(id, key));
        }
        after = id;
      }
      if (page.length < PAGE) {
        return services;
      }
      await this.#pace.rest();
    }
  }
}
