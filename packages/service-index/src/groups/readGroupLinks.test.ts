import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readGroupLinks } from './readGroupLinks';

function group(
  name: string,
  relations: Array<[type: string, targetRef: string]>,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

const entities = [
  group('Top', [
    ['parentOf', 'group:default/Mid'],
    ['ownerOf', 'component:default/cart'],
  ]),
  group('mid', [
    ['childOf', 'group:default/top'],
    ['parentOf', 'group:other/leaf'],
    ['hasMember', 'user:default/ada'],
    ['parentOf', 'user:default/ada'],
  ]),
  group('lone', [['childOf', 'group:default/gone']]),
  { ...group('crew', [['childOf', 'group:default/top']]), kind: 'Component' },
];

describe('readGroupLinks', () => {
  it('reads each link once, whichever end says it, in lower case', async () => {
    const links = await readGroupLinks({
      catalog: catalogServiceMock({ entities }),
      credentials: mockCredentials.service(),
    });

    expect(links).toHaveLength(3);
    expect(links).toEqual(
      expect.arrayContaining([
        { parentRef: 'group:default/top', childRef: 'group:default/mid' },
        { parentRef: 'group:default/mid', childRef: 'group:other/leaf' },
        { parentRef: 'group:default/gone', childRef: 'group:default/lone' },
      ]),
    );
  });

  it('stops between pages when it is told to', async () => {
    const stop = new AbortController();
    stop.abort(new Error('shutting down'));
    await expect(
      readGroupLinks({
        catalog: catalogServiceMock({ entities }),
        credentials: mockCredentials.service(),
        signal: stop.signal,
      }),
    ).rejects.toThrow('shutting down');
  });
});
