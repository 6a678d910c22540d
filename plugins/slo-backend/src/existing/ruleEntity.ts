import { createHash } from 'node:crypto';
import { type RuleOrigin, slug } from '@plimsoll/plugin-slo-common';

const MAX_LENGTH = 63;
const HASH_LENGTH = 8;

/**
 * The name under which an SLO of another tool is known here:
 * `slo:sloth.prometheus/checkout-availability`. No entity of the catalog has a
 * dot in its namespace, so that none can have this ref. An id that is no name
 * gets a hash of it behind what is left of it.
 */
export function ruleEntity(options: {
  origin: RuleOrigin;
  source: string;
  id: string;
}): { kind: string; namespace: string; name: string } {
  const { origin, source, id } = options;
  const readable = slug(id);
  return {
    kind: 'SLO',
    namespace: `${origin}.${source}`,
    name: readable === id ? id : withHash(readable, id),
  };
}

function withHash(readable: string, id: string): string {
  const hash = createHash('sha256').update(id).digest('hex');
  const start = readable.slice(0, MAX_LENGTH - HASH_LENGTH - 1);
  return [start, hash.slice(0, HASH_LENGTH)].filter(Boolean).join('-');
}
