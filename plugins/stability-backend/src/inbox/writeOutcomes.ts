import type { Knex } from 'knex';
import type { SqlDialect } from '@plimsoll/plugin-database';
import { oneLine } from '../senders/payload/oneLine';
import type { InboxOutcome } from './InboxOutcome';

const ERROR_LENGTH = 2_000;
const SUMMARY_LENGTH = 200;

/** Marks deliveries as read, inside the transaction that wrote their effect. */
export async function writeOutcomes(options: {
  trx: Knex;
  dialect: SqlDialect;
  outcomes: InboxOutcome[];
}): Promise<void> {
  const { trx, dialect, outcomes } = options;
  const rows = outcomes.map(toRow);
  if (dialect === 'postgres') {
    await trx.raw(
      `update stability_inbox as inbox
       set state = r.state, summary = r.summary, occurred_at = r.occurred_at,
         error = r.error, identity = r.identity, entity_refs = r.entity_refs,
         next_attempt_at = coalesce(r.next_attempt_at, inbox.next_attempt_at),
         attempts = inbox.attempts + 1
       from json_to_recordset(?::json) as r(id text, state text, summary text,
         occurred_at bigint, error text, identity text, entity_refs text,
         next_attempt_at bigint)
       where inbox.id = r.id`,
      [JSON.stringify(rows)],
    );
    return;
  }
  for (const { id, ...change } of rows) {
    await trx('stability_inbox')
      .where({ id })
      .update({ ...change, attempts: trx.raw('attempts + 1') });
  }
}

function toRow(outcome: InboxOutcome) {
  return {
    id: outcome.id,
    state: outcome.state,
    summary: oneLine(outcome.summary, SUMMARY_LENGTH),
    occurred_at: outcome.occurredAt ?? null,
    error:
      outcome.error === undefined ? null : oneLine(outcome.error, ERROR_LENGTH),
    identity: JSON.stringify(outcome.identity),
    entity_refs: JSON.stringify(outcome.entityRefs),
    ...(outcome.nextAttemptAt !== undefined && {
      next_attempt_at: outcome.nextAttemptAt,
    }),
  };
}
