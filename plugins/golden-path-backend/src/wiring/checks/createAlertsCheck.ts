import type { Alertmanager } from '../alertmanager/AlertmanagerApi';
import { alertsOf } from '../alertmanager/alertsOf';
import type { AlertReceiver } from '../alertmanager/RouteTree';
import { testOutcome } from './testOutcome';
import { say, step, type WiringCheck } from './WiringCheck';

/** Whether the routes of Alertmanager lead the service's alerts to somebody. */
export function createAlertsCheck(options: {
  alertmanager: Alertmanager | undefined;
}): WiringCheck {
  const { alertmanager } = options;
  return async subject => {
    if (!alertmanager) {
      return {
        state: 'not-configured',
        sentences: [say('alerts-not-configured')],
      };
    }
    const tree = await alertmanager.routes();
    const bySeverity = new Map<string, Map<string, AlertReceiver>>();
    const lost = new Map<string, string>();
    for (const { severity, labels } of await alertsOf(subject)) {
      const receivers = tree.receiversOf(labels);
      if (receivers.every(({ integrations }) => integrations.length === 0)) {
        lost.set(severity, receivers.map(({ name }) => name).join(', '));
      }
      const known = bySeverity.get(severity) ?? new Map();
      receivers.forEach(one => known.set(one.name, one));
      bySeverity.set(severity, known);
    }
    if (lost.size) {
      return {
        state: 'missing',
        sentences: [...lost].map(([severity, receiver]) =>
          say('alerts-unrouted', { severity, receiver }),
        ),
        steps: [step('open-routes')],
      };
    }
    const routed = [...bySeverity].map(([severity, receivers]) =>
      say('alerts-routed', {
        severity,
        receivers: [...receivers.values()].map(nameOf).join(', '),
      }),
    );
    const integrations = [...bySeverity.values()].flatMap(receivers =>
      [...receivers.values()].flatMap(one => one.integrations),
    );
    const outcome = await testOutcome({
      ...subject,
      alertmanager,
      integrations: [...new Set(integrations)],
    });
    return {
      state: outcome.state,
      sentences: [...outcome.sentences, ...routed],
      steps: [step('send-test-alert')],
      testVerdict: outcome.testVerdict,
    };
  };
}

function nameOf({ name, integrations }: AlertReceiver): string {
  return integrations.length ? `${name} (${integrations.join(', ')})` : name;
}
