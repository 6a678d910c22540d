import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { AppDeliveries } from './AppDeliveries';

const KEY = 'stability.webhooks.github.catchUp';

/**
 * The list of deliveries of the App that app-config names.
 *
 * @returns undefined where nothing is to be caught up with
 * @throws InputError when `integrations.github` has no such App
 */
export function readGithubCatchUp(config: Config): AppDeliveries | undefined {
  const appId = config.getOptionalNumber(`${KEY}.appId`);
  if (appId === undefined) {
    return undefined;
  }
  const integrations = ScmIntegrations.fromConfig(config).github.list();
  for (const { config: github } of integrations) {
    const app = github.apps?.find(one => Number(one.appId) === appId);
    if (app) {
      return AppDeliveries.create({
        apiBaseUrl: github.apiBaseUrl ?? 'https://api.github.com',
        appId,
        privateKey: app.privateKey,
      });
    }
  }
  throw new InputError(
    `${KEY}.appId: integrations.github has no App with the id ${appId}; add ` +
      `it to 'apps' there, or take catchUp away`,
  );
}
