import type {
  MyRollupRequest,
  ObjectiveRollup,
  RollupRequest,
  SloRollup,
} from '@plimsoll/plugin-slo-common';
import {
  type AskedEntity,
  askedEntity,
  groupsBelow,
} from '@plimsoll/service-index';
import type { Knex } from 'knex';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import type { SloContext } from '../SloContext';
import { readSums } from './readSums';
import { rollUpObjectives } from './rollUpObjectives';
import type { RollupSubject } from './rolledUpObjectives';

/**
 * What a System, a Domain or a Group stands for; objectives of the System or
 * API itself belong to it. One that does not exist, and one whose services the
 * caller may not see, have nothing in them.
 *
 * @throws InputError when the entity is none, or a person
 */
export async function getRollup(options: {
  context: SloContext;
  scope: ObjectiveScope;
  request: RollupRequest;
}): Promise<SloRollup> {
  const { context, scope, request } = options;
  const entity = askedEntity(request.entityRef);
  const subject = await subjectOf(context.client, entity);
  const [rollup, sums] = await Promise.all([
    rollUpObjectives({ ...options, subject }),
    readSums({ client: context.client, scope, subject }),
  ]);
  return { entityRef: entity.entityRef, ...rollup, ...sums };
}

/**
 * The services of some owners. There is no sum: these are the services that
 * somebody looks after, not a figure of that person.
 */
export async function getOwnedRollup(options: {
  context: SloContext;
  scope: ObjectiveScope;
  request: MyRollupRequest;
  ownerRefs: readonly string[];
}): Promise<ObjectiveRollup> {
  const { ownerRefs } = options;
  return rollUpObjectives({
    ...options,
    subject: { kind: 'owned', ownerRefs },
  });
}

/** A group stands for what it and the groups below it own. */
async function subjectOf(
  client: Knex,
  entity: AskedEntity,
): Promise<RollupSubject> {
  const { entityRef: groupRef } = entity;
  return groupRef.startsWith('group:')
    ? { kind: 'owned', ownerRefs: await groupsBelow({ client, groupRef }) }
    : { kind: 'entity', entity };
}
