import {
  CostClient,
  type CostOverview,
  type DataQuality,
  type Saving,
  type ServiceCost,
} from '@plimsoll/plugin-cost-common';
import { GuestToken } from './GuestToken';

/** Reads the portal's cost API as the guest does. */
export class CostApi {
  readonly #client: CostClient;
  readonly #token: GuestToken;

  constructor(portalUrl: string) {
    this.#token = new GuestToken(portalUrl);
    this.#client = new CostClient({
      discoveryApi: { getBaseUrl: async () => `${portalUrl}/api/cost` },
      fetchApi: { fetch },
    });
  }

  /** This month of a component. */
  async serviceCost(name: string): Promise<ServiceCost> {
    return this.#client.getServiceCost(
      `component:default/${name}`,
      {},
      await this.#options(),
    );
  }

  async overview(): Promise<CostOverview> {
    return this.#client.getOverview({}, await this.#options());
  }

  async quality(): Promise<DataQuality> {
    return this.#client.getDataQuality(await this.#options());
  }

  async savings(): Promise<Saving[]> {
    const { items } = await this.#client.listSavings(
      { limit: 100 },
      await this.#options(),
    );
    return items;
  }

  async #options() {
    return { token: await this.#token.get() };
  }
}
