import type { IdentityHint } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';

/** Unmatched deliveries that are looked at, newest first. */
const LOOKED_AT = 300;

/**
 * Deliveries that match no service for certain, though they carry a name that
 * one of these services goes by: why the numbers may be too low. Looks at the
 * newest 300, so it is a lower bound.
 */
export async function countUnmatched(options: {
  client: Knex;
  entityRefs: readonly string[];
}): Promise<number> {
  const { client, entityRefs } = options;
  if (entityRefs.length === 0) {
    return 0;
  }
  const waiting: string[] = await client('stability_inbox')
    .where('state', 'unmatched')
    .orderBy('id', 'desc')
    .limit(LOOKED_AT)
    .pluck('identity');
  if (waiting.length === 0) {
    return 0;
  }
  const names = new Set<string>(
    (
      await client('stability_identity')
        .select('type', 'value')
        .whereIn('entity_ref', [...entityRefs])
        .whereNot('type', 'path')
    ).map(({ type, value }) => keyOf(type, value)),
  );
  return waiting.filter(identity =>
    hintsOf(identity).some(({ type, value }) =>
      names.has(keyOf(type, value.toLocaleLowerCase('en-US'))),
    ),
  ).length;
}

/** One list of hints a happening, see `stability_inbox.identity`. */
function hintsOf(identity: string): IdentityHint[] {
  const lists: IdentityHint[][] = JSON.parse(identity);
  return lists.flat();
}

function keyOf(type: string, value: string): string {
  return `${type} ${value}`;
}
