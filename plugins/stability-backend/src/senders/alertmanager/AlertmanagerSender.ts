import { hashOf } from '../payload/hashOf';
import { readPayload } from '../payload/readPayload';
import type { Delivery, DeliveryKey, ParsedDelivery, Sender } from '../Sender';
import { alertDrafts } from './alertDraft';
import { alertPayload } from './alertPayload';
import type { AlertRules } from './AlertRules';
import { DEFAULT_ALERT_RULES } from './AlertRules';

/**
 * Members of a cluster and retries send the same bytes within minutes; a group
 * that still fires sends them again after hours, and that it did is news.
 */
const SAME_MS = 10 * 60_000;

/** Reads the webhook of Prometheus Alertmanager. */
export class AlertmanagerSender implements Sender {
  readonly source = 'alertmanager';
  readonly keptHeaders = [];
  readonly #rules: AlertRules;

  static create(rules: AlertRules = DEFAULT_ALERT_RULES): AlertmanagerSender {
    return new AlertmanagerSender(rules);
  }

  private constructor(rules: AlertRules) {
    this.#rules = rules;
  }

  keyOf({ body, receivedAt }: Delivery): DeliveryKey {
    return {
      key: `${hashOf(body)}:${Math.floor(receivedAt / SAME_MS)}`,
      dedupeBody: false,
    };
  }

  parse({ body, receivedAt }: Delivery): ParsedDelivery {
    const group = readPayload({
      body,
      schema: alertPayload,
      what: 'Alertmanager webhook, version 4,',
    });
    const drafts = group.alerts.flatMap(one =>
      alertDrafts({ alert: one, rules: this.#rules, receivedAt }),
    );
    const firing = group.alerts.filter(({ status }) => status === 'firing');
    const times = drafts.map(({ at }) => Date.parse(at));
    return {
      summary:
        `alerts: ${firing.length} firing, ` +
        `${group.alerts.length - firing.length} resolved`,
      occurredAt: times.length > 0 ? Math.max(...times) : undefined,
      drafts,
      notice: this.#noticeOf(group.truncatedAlerts ?? 0, drafts.length),
    };
  }

  #noticeOf(truncated: number, drafts: number): string | undefined {
    const notices = [
      ...(truncated > 0
        ? [
            `Alertmanager left out ${truncated} alerts of this group: raise ` +
              `max_alerts of webhook_configs, or group by more labels.`,
          ]
        : []),
      ...(drafts === 0
        ? [
            `No alert has a severity of ${this.#rules.severities.join(', ')} ` +
              `or the label incident="true".`,
          ]
        : []),
    ];
    return notices.join(' ') || undefined;
  }
}
