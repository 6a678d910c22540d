import {
  mockServices,
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { groupsBelow } from '../groups/groupsBelow';
import { applyServiceCriteria } from '../permissions/applyServiceCriteria';
import type { IndexedService } from '../services/IndexedService';
import { ServiceIndex } from '../services/ServiceIndex';
import { applyMembers } from './applyMembers';
import { askedEntity } from './askedEntity';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const group = (name: string) => `group:default/${name}`;

/** A service that is called like its owner. */
const ownedBy = (name: string): IndexedService => ({
  entityRef: `component:default/${name}`,
  kind: 'component',
  owners: [group(name)],
  system: `system:default/${name}`,
  domain: 'domain:default/retail',
});

/** @param links - parent and child, by name */
async function openIndex(
  id: TestDatabaseId,
  links: Array<[parent: string, child: string]>,
) {
  const knex = await databases.init(id);
  const index = await ServiceIndex.create({
    database: mockServices.database.mock({ getClient: async () => knex }),
  });
  await index.replaceAll([
    ...['top', 'mid', 'leaf', 'other'].map(ownedBy),
    { ...ownedBy('mid'), entityRef: 'api:default/mid', kind: 'api' },
  ]);
  await index.replaceGroups(
    links.map(([parent, child]) => ({
      parentRef: group(parent),
      childRef: group(child),
    })),
  );
  const column = 'service_index.entity_ref';
  const names = (refs: string[]) =>
    refs.map(ref => ref.replace('component:default/', '')).sort();
  return {
    groupsBelow: async (name: string) =>
      (await groupsBelow({ client: knex, groupRef: group(name) })).sort(),
    async membersOf(ref: string, kinds?: string[]) {
      const query = knex('service_index');
      applyMembers(query, { entity: askedEntity(ref), column, kinds });
      return names(await query.pluck(column));
    },
    async ownedBy(ref: string) {
      const query = knex('service_index').where('kind', 'component');
      applyServiceCriteria(query, {
        criteria: { ownedByAnyOf: [ref] },
        column,
      });
      return names(await query.pluck(column));
    },
  };
}

describe('applyMembers', () => {
  it.each(databases.eachSupportedId())(
    'counts the components of a service, system, domain and group, %p',
    async id => {
      const { membersOf } = await openIndex(id, []);
      expect(await membersOf('mid')).toEqual(['mid']);
      expect(await membersOf('system:mid')).toEqual(['mid']);
      expect(await membersOf('domain:retail')).toEqual([
        'leaf',
        'mid',
        'other',
        'top',
      ]);
      expect(await membersOf('group:mid')).toEqual(['mid']);
      expect(await membersOf('group:none')).toEqual([]);
    },
  );

  it.each(databases.eachSupportedId())(
    'counts other kinds where it is asked to, %p',
    async id => {
      const { membersOf } = await openIndex(id, []);
      expect(await membersOf('system:mid', ['component', 'api'])).toEqual([
        'api:default/mid',
        'mid',
      ]);
      expect(await membersOf('group:mid', ['api'])).toEqual([
        'api:default/mid',
      ]);
    },
  );

  it.each(databases.eachSupportedId())(
    'counts what any group below owns, however deep, once, %p',
    async id => {
      const {
        membersOf,
        groupsBelow: below,
        ownedBy: owned,
      } = await openIndex(id, [
        ['company', 'top'],
        ['top', 'mid'],
        ['top', 'empty'],
        ['mid', 'leaf'],
        // leaf is reached on two ways
        ['empty', 'leaf'],
      ]);
      expect(await below('top')).toEqual(
        ['empty', 'leaf', 'mid', 'top'].map(group),
      );
      expect(await below('none')).toEqual([group('none')]);
      expect(await membersOf('group:company')).toEqual(['leaf', 'mid', 'top']);
      expect(await membersOf('group:top')).toEqual(['leaf', 'mid', 'top']);
      expect(await membersOf('Group:Default/Empty')).toEqual(['leaf']);
      expect(await membersOf('group:leaf')).toEqual(['leaf']);
      expect(await membersOf('group:other')).toEqual(['other']);
      // who may see what stays a matter of the very owner
      expect(await owned(group('top'))).toEqual(['top']);
    },
  );

  it.each(databases.eachSupportedId())(
    'ends where groups go in circles, %p',
    async id => {
      const { membersOf } = await openIndex(id, [
        ['top', 'mid'],
        ['mid', 'leaf'],
        ['leaf', 'top'],
        ['other', 'other'],
      ]);
      for (const name of ['top', 'mid', 'leaf']) {
        expect(await membersOf(group(name))).toEqual(['leaf', 'mid', 'top']);
      }
      expect(await membersOf('group:other')).toEqual(['other']);
    },
  );
});
