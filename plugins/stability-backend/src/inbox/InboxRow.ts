import type { InboxState } from '@plimsoll/plugin-stability-common';

/** A row of `stability_inbox`; PostgreSQL gives bigints as texts. */
export interface InboxRow {
  id: string;
  source: string;
  delivery_key: string;
  body_hash: string | null;
  body: Buffer;
  headers: string;
  received_at: number | string;
  state: InboxState;
  attempts: number;
  next_attempt_at: number | string;
  occurred_at: number | string | null;
  summary: string;
  error: string | null;
  identity: string;
  entity_refs: string;
}
