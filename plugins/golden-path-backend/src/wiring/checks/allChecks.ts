import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { WiringCheckId } from '@plimsoll/plugin-golden-path-common';
import type { Alertmanager } from '../alertmanager/AlertmanagerApi';
import { catalogCheck } from './catalogCheck';
import { costCheck } from './costCheck';
import { createAlertsCheck } from './createAlertsCheck';
import { createRunbookCheck } from './createRunbookCheck';
import { deploymentsCheck } from './deploymentsCheck';
import { metricsCheck } from './metricsCheck';
import { objectivesCheck } from './objectivesCheck';
import { ownerCheck } from './ownerCheck';
import { rulesCheck } from './rulesCheck';
import type { WiringCheck } from './WiringCheck';

/** Every check, by its id. */
export function allChecks(options: {
  alertmanager: Alertmanager | undefined;
  reader: UrlReaderService;
}): Record<WiringCheckId, WiringCheck> {
  return {
    catalog: catalogCheck,
    objectives: objectivesCheck,
    rules: rulesCheck,
    metrics: metricsCheck,
    deployments: deploymentsCheck,
    alerts: createAlertsCheck(options),
    cost: costCheck,
    runbook: createRunbookCheck(options),
    owner: ownerCheck,
  };
}
