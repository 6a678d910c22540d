import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { InputError, ResponseError } from '@backstage/errors';
import {
  type CostApi,
  CostClient,
  type CostRequestOptions,
} from '@plimsoll/plugin-cost-common';

/** Asks the cost backend on behalf of who runs a template. */
export class CostAccess {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): CostAccess {
    return new CostAccess(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async ask<T>(
    credentials: BackstageCredentials,
    question: (
      api: Pick<CostApi, 'estimate' | 'markSavingApplied'>,
      options: CostRequestOptions,
    ) => Promise<T>,
  ): Promise<T> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'cost',
    });
    const client = new CostClient({
      discoveryApi: this.#discovery,
      fetchApi: { fetch },
    });
    try {
      return await question(client, { token });
    } catch (error) {
      // its status alone would not say what to mend
      throw error instanceof ResponseError && error.body.error?.message
        ? new InputError(
            `The cost backend answers: ${error.body.error.message}`,
          )
        : error;
    }
  }
}
