import type { Entity } from '@backstage/catalog-model';
import type { AlertSeverity } from '@plimsoll/plugin-golden-path-common';
import { labelsOf } from './alertsOf';
import type { Alertmanager } from './AlertmanagerApi';
import type { CountedTestAlert } from './CountedTestAlert';

/** Long enough for the longest wait of a group, and short for people. */
const LASTS_MS = 3 * 60_000;

/**
 * Sends an alert that takes the way of the service's own and says of itself that
 * nothing is wrong.
 *
 * @throws NotAnswered when Alertmanager does not take it
 */
export async function sendTestAlert(options: {
  alertmanager: Alertmanager;
  entity: Entity;
  serviceName: string;
  severity: AlertSeverity;
  portalUrl?: string;
  /** Unix milliseconds. */
  now: number;
}): Promise<CountedTestAlert> {
  const { alertmanager, severity, serviceName, portalUrl, now } = options;
  const labels = {
    ...labelsOf(options, severity),
    alertname: 'PlimsollTestAlert',
    test: 'true',
  };
  const tree = await alertmanager.routes();
  const receivers = tree.receiversOf(labels);
  // without them it cannot be told later whether it arrived, and is sent still
  const before = await alertmanager.counts().catch(() => undefined);
  await alertmanager.send({
    labels,
    annotations: {
      summary: `Test of the alerts of ${serviceName}: nothing is wrong`,
      description:
        'Somebody tries from the portal whether alerts of this urgency arrive. It ends by itself within minutes; nothing has to be done.',
    },
    startsAt: new Date(now).toISOString(),
    endsAt: new Date(now + LASTS_MS).toISOString(),
    ...(portalUrl && { generatorURL: portalUrl }),
  });
  return {
    severity,
    sentAt: new Date(now).toISOString(),
    receivers: receivers.map(({ name }) => name),
    integrations: [
      ...new Set(receivers.flatMap(({ integrations }) => integrations)),
    ],
    before,
  };
}
