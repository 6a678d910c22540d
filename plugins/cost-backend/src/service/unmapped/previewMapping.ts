import { InputError } from '@backstage/errors';
import {
  ChargeMatcher,
  type CostRangeRequest,
  formatAmount,
  type MappingEntry,
  type MappingPreview,
  type PreviewMappingRequest,
} from '@plimsoll/plugin-cost-common';
import { Pace } from '@plimsoll/plugin-database';
import { askedEntity } from '@plimsoll/service-index';
import { CatalogClaims } from '../../catalog/CatalogClaims';
import type { CostView } from '../../permissions/CostAccess';
import type { CostContext } from '../CostContext';
import { totalOf } from '../cost/sumBy';
import { findMembers } from '../members/findMembers';
import { visibleRefs } from '../members/visibleRefs';
import { readRange } from '../range/readRange';
import { claimOf } from './claimOf';
import { readUnmappedCharges } from './readUnmappedCharges';

/**
 * What an annotation would give to a service of what nobody owns: decided as
 * allocation decides once the service claims it beside all that the catalog
 * claims now. Nothing is changed. For who may see totals.
 *
 * @throws InputError when the ref or the range is none, or no annotation can
 *   say what is to match
 * @throws NotFoundError when there is no such service, or none to be seen
 */
export async function previewMapping(options: {
  context: CostContext;
  view: CostView;
  request: PreviewMappingRequest & CostRangeRequest;
}): Promise<MappingPreview> {
  const { context, view, request } = options;
  const { client, allocation } = context;
  const entity = askedEntity(request.entityRef);
  const { entityRef, isRollup } = entity;
  await findMembers({ client, scope: view.scope, entity });
  if (isRollup) {
    throw new InputError(
      `${entityRef} is no service, and its annotations are not read; give a component or a resource`,
    );
  }
  const { annotation, entry } = claimOf({ match: request.match, entityRef });
  const { range } = await readRange(options);
  const { mapping } = await CatalogClaims.create({ client }).read();
  const pace = Pace.create();
  const then = await pace.run(
    ChargeMatcher.inTurns({ ...allocation, mapping: [...mapping, entry] }),
  );
  const alone = ChargeMatcher.create({ ...allocation, mapping: [entry] });
  const charges = (await readUnmappedCharges({ client, range })).filter(
    ({ key, kind }) =>
      alone.ownerOf(key, kind).to === 'service' &&
      isOf(then.ownerOf(key, kind), entityRef),
  );
  const others = mapping
    .filter(known => isSameClaim(known, entry))
    .flatMap(known => (known.entityRef === entityRef ? [] : known.entityRef));
  const visible = await visibleRefs({
    client,
    scope: view.scope,
    entityRefs: others,
  });
  return {
    total: formatAmount(totalOf(charges)),
    days: charges.reduce((most, { days }) => Math.max(most, days), 0),
    charges: charges.reduce((sum, { rows }) => sum + rows, 0),
    annotation,
    ...(others.length > 0 && { contestedBy: [...visible].sort() }),
  };
}

function isOf(
  owner: ReturnType<ChargeMatcher['ownerOf']>,
  entityRef: string,
): boolean {
  return owner.to === 'service' && owner.entityRef === entityRef;
}

function isSameClaim(a: MappingEntry, b: MappingEntry): boolean {
  return claimName(a) === claimName(b);
}

function claimName(entry: MappingEntry): string {
  const key = 'key' in entry ? entry.key ?? '' : '';
  return JSON.stringify(
    [entry.by, key, entry.value.trim()].map(text => text.toLowerCase()),
  );
}
