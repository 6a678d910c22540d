import type { StabilityDatabase } from '../../database/StabilityDatabase';
import { firstIdAt } from '../../inbox/deliveryId';
import type { InboxRow } from '../../inbox/InboxRow';
import { alertPayload } from '../../senders/alertmanager/alertPayload';
import type { OpenAlert } from './OpenAlert';

/** Deliveries that are looked through together. */
const PAGE = 200;

/**
 * Which of these alerts Alertmanager has repeated since an instant.
 *
 * @param options.since - Unix milliseconds
 * @returns `<fingerprint>:<Unix milliseconds of the start>` of each
 */
export async function lastHeardOf(options: {
  database: StabilityDatabase;
  alerts: OpenAlert[];
  since: number;
}): Promise<Set<string>> {
  const { database, alerts, since } = options;
  const wanted = new Set(
    alerts.map(({ fingerprint, startsAt }) => `${fingerprint}:${startsAt}`),
  );
  const heard = new Set<string>();
  let cursor = firstIdAt(since);
  while (heard.size < wanted.size) {
    const rows = await database
      .client<InboxRow>('stability_inbox')
      .select('id', 'body')
      .where({ source: 'alertmanager' })
      .where('id', '>', cursor)
      .orderBy('id')
      .limit(PAGE);
    rows
      .flatMap(({ body }) => firingIn(Buffer.from(body)))
      .filter(key => wanted.has(key))
      .forEach(key => heard.add(key));
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) {
      break;
    }
    cursor = last.id;
  }
  return heard;
}

function firingIn(body: Buffer): string[] {
  try {
    const { alerts } = alertPayload.parse(JSON.parse(body.toString('utf8')));
    return alerts
      .filter(({ status }) => status === 'firing')
      .map(
        ({ fingerprint, startsAt }) => `${fingerprint}:${Date.parse(startsAt)}`,
      );
  } catch {
    // a dead letter says nothing about any alert
    return [];
  }
}
