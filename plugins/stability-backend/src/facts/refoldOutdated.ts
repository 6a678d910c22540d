import { FACTS_VERSION } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import { canonicalJson, contentHash } from '../observations/contentHash';
import type { DirtyServices } from './DirtyServices';
import type { FoldRules } from './foldService';

const TABLE = 'stability_folded_by';
const NAME = 'facts';

/**
 * Has all facts made anew if they were made by another version of this plugin,
 * or by other settings. Until then the ones that are kept are served.
 *
 * @param options.now - Unix milliseconds
 * @returns how many services are marked; undefined if all is as it was
 */
export async function refoldOutdated(options: {
  client: Knex;
  dirty: DirtyServices;
  fold: FoldRules;
  now: number;
}): Promise<number | undefined> {
  const { client, dirty, fold, now } = options;
  const { rules, targets, bands } = fold;
  const hash = contentHash(
    canonicalJson({ version: FACTS_VERSION, rules, targets, bands }),
  );
  const known = await client(TABLE).where({ name: NAME }).first('hash');
  if (known?.hash === hash) {
    return undefined;
  }
  // killed in between, it marks them again: that does no harm
  const services = await dirty.markAll({ now });
  await client(TABLE).insert({ name: NAME, hash }).onConflict('name').merge();
  return services;
}
