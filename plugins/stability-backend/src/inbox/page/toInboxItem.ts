import type {
  IdentityHint,
  InboxItem,
} from '@plimsoll/plugin-stability-common';
import type { InboxRow } from '../InboxRow';

/** Columns of a list: all but the body. */
export const LISTED = [
  'id',
  'source',
  'delivery_key',
  'received_at',
  'state',
  'attempts',
  'occurred_at',
  'summary',
  'error',
  'identity',
  'entity_refs',
] as const;

/** @see LISTED */
export type ListedRow = Pick<InboxRow, (typeof LISTED)[number]>;

/** A row as the API shows it. */
export function toInboxItem(row: ListedRow): InboxItem {
  const identities: IdentityHint[][] = JSON.parse(row.identity);
  return {
    id: row.id,
    source: row.source,
    deliveryKey: row.delivery_key,
    state: row.state,
    receivedAt: toIso(row.received_at),
    occurredAt: row.occurred_at === null ? undefined : toIso(row.occurred_at),
    summary: row.summary,
    attempts: row.attempts,
    error: row.error ?? undefined,
    entityRefs: JSON.parse(row.entity_refs),
    identity: [
      ...new Map(
        identities.flat().map(hint => [`${hint.type} ${hint.value}`, hint]),
      ).values(),
    ],
  };
}

function toIso(milliseconds: number | string): string {
  return new Date(Number(milliseconds)).toISOString();
}
