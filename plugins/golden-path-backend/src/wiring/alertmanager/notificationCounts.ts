/** Notifications that were tried and that failed, by kind of receiver. */
export type NotificationCounts = Record<
  string,
  { tried: number; failed: number }
>;

const LINE =
  /^alertmanager_notifications_(failed_)?total\{([^}]*)\}\s+(\S+)(\s+\d+)?$/;
const INTEGRATION = /(?:^|,)\s*integration="([^"]+)"/;

/**
 * Reads Alertmanager's `/metrics`. Reasons of failures are added up.
 *
 * @param text - exposition format
 */
export function notificationCounts(text: string): NotificationCounts {
  const counts: NotificationCounts = {};
  for (const line of text.split('\n')) {
    const [, failed, labels = '', value] = LINE.exec(line.trim()) ?? [];
    const [, integration] = INTEGRATION.exec(labels) ?? [];
    const number = Number(value);
    if (integration && Number.isFinite(number)) {
      counts[integration] ??= { tried: 0, failed: 0 };
      counts[integration][failed ? 'failed' : 'tried'] += number;
    }
  }
  return counts;
}
