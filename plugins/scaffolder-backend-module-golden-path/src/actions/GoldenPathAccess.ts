import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { InputError, ResponseError } from '@backstage/errors';
import {
  type GoldenPathApi,
  GoldenPathClient,
  type GoldenPathRequestOptions,
} from '@plimsoll/plugin-golden-path-common';

/** Asks the golden path's backend on behalf of who runs a template. */
export class GoldenPathAccess {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): GoldenPathAccess {
    return new GoldenPathAccess(options);
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
      api: Pick<GoldenPathApi, 'mergeUpdate' | 'noteUpdateOpened'>,
      options: GoldenPathRequestOptions,
    ) => Promise<T>,
  ): Promise<T> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'golden-path',
    });
    const client = new GoldenPathClient({
      discoveryApi: this.#discovery,
      fetchApi: { fetch },
    });
    try {
      return await question(client, { token });
    } catch (error) {
      // its status alone would not say what to mend
      throw error instanceof ResponseError && error.body.error?.message
        ? new InputError(
            `The golden path's backend answers: ${error.body.error.message}`,
          )
        : error;
    }
  }
}
