import type { Config } from '@backstage/config';
import type { StabilityDatabase } from '../database/StabilityDatabase';
import { alertmanagerCheck } from './alertmanager/alertmanagerCheck';
import { readAlertmanagerCheck } from './alertmanager/readAlertmanagerCheck';
import { githubCatchUp } from './github/githubCatchUp';
import { readGithubCatchUp } from './github/readGithubCatchUp';
import type { PollTask } from './PollTask';

/**
 * What is asked for because senders do not say it again.
 *
 * @throws InputError when app-config names what is not there
 */
export function catchUpTasks(options: {
  config: Config;
  database: StabilityDatabase;
}): PollTask[] {
  const { config, database } = options;
  const deliveries = readGithubCatchUp(config);
  return [
    ...(deliveries ? [githubCatchUp({ database, deliveries })] : []),
    alertmanagerCheck({ database, ...readAlertmanagerCheck(config) }),
  ];
}
