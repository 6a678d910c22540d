import {
  type Incident,
  type InboxPage,
  StabilityClient,
} from '@plimsoll/plugin-stability-common';
import { GuestToken } from './GuestToken';

/** Reads the portal's stability API as the guest does. */
export class StabilityApi {
  readonly #client: StabilityClient;
  readonly #token: GuestToken;

  constructor(portalUrl: string) {
    this.#token = new GuestToken(portalUrl);
    this.#client = new StabilityClient({
      discoveryApi: { getBaseUrl: async () => `${portalUrl}/api/stability` },
      fetchApi: { fetch },
    });
  }

  /** Incidents of a component, newest first. */
  async incidents(name: string): Promise<Incident[]> {
    const entityRef = `component:default/${name}`;
    const page = await this.#client.listIncidents(
      { entityRef },
      { token: await this.#token.get() },
    );
    return page.items;
  }

  /** How many deployments are known since an instant, ISO. */
  async deploymentsSince(from: string): Promise<number> {
    const page = await this.#client.listDeployments(
      { from, limit: 1 },
      { token: await this.#token.get() },
    );
    return page.totalItems;
  }

  async inbox(): Promise<InboxPage> {
    return this.#client.listInbox(
      { limit: 1 },
      { token: await this.#token.get() },
    );
  }
}
