import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { createTestDatabases } from '@plimsoll/plugin-database/testUtils';
import { openGoldenPathDatabase } from '../../database/GoldenPathDatabase';
import { sha256 } from '../sha256';
import { wantedOf } from '../wantedOf';
import { TemplateArchive } from './TemplateArchive';

const NODE = 'template:default/node-service';
const databases = createTestDatabases({ open: openGoldenPathDatabase });

function versionOf(version: string, text: string, name = 'node-service') {
  const entity: TemplateEntityV1beta3 = {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name },
    spec: { type: 'service', steps: [] },
  };
  return {
    version: {
      template: `template:default/${name}`,
      version,
      entity,
      files: [{ path: 'a', sha256: sha256(text), isExecutable: false }],
      notes: [],
    },
    contents: new Map([[sha256(text), Buffer.from(text)]]),
  };
}

describe('TemplateArchive', () => {
  async function start(id: TestDatabaseId) {
    const archive = TemplateArchive.create({
      database: await databases.create(id),
    });
    let now = 0;
    return {
      archive,
      see: (version: string, text = version, name?: string) => {
        now += 1;
        return archive.add({ ...versionOf(version, text, name), now });
      },
      offered: async () =>
        (await archive.listOffered())
          .map(one => `${one.template} ${one.version}`)
          .sort(),
      wanted: async (version?: string) =>
        wantedOf({
          versions: await archive.versionsOf(NODE),
          template: NODE,
          request: { ...(version && { version }) },
        }),
    };
  }

  it.each(databases.ids)(
    'offers no version that was taken back, %p',
    async id => {
      const { archive, see, offered, wanted } = await start(id);
      expect(await see('1.0.0')).toBe(true);
      expect(await see('1.1.0')).toBe(true);
      expect(await offered()).toEqual([`${NODE} 1.1.0`]);
      // an older one is there for who names it
      expect((await wanted('1.0.0')).version).toBe('1.0.0');
      expect(await see('1.0.0')).toBe(false);
      expect(await offered()).toEqual([`${NODE} 1.0.0`]);
      expect((await wanted()).version).toBe('1.0.0');
      await expect(wanted('1.1.0')).rejects.toThrow('or it was taken back');
      // what was made by it can still be written again
      const versions = await archive.versionsOf(NODE);
      expect(versions.map(one => one.version).sort()).toEqual([
        '1.0.0',
        '1.1.0',
      ]);
    },
  );

  it.each(databases.ids)(
    'offers the contents that were put back, %p',
    async id => {
      const { archive, see, wanted } = await start(id);
      for (const text of ['first', 'second', 'first']) {
        await see('1.0.0', text);
      }
      const contents = await archive.contentsOf(await wanted());
      expect([...contents.values()].map(String)).toEqual(['first']);
      const [lastSeen] = await archive.versionsOf(NODE);
      expect(lastSeen.files[0].sha256).toBe(sha256('first'));
    },
  );

  it.each(databases.ids)('offers no template that is gone, %p', async id => {
    const { archive, see, offered, wanted } = await start(id);
    await see('1.0.0');
    await see('2.0.0', 'other', 'other-service');
    await archive.offerOnly(['template:default/other-service']);
    expect(await offered()).toEqual(['template:default/other-service 2.0.0']);
    await expect(wanted()).rejects.toThrow('the catalog has it no more');
    // until it is back
    await see('1.0.0');
    expect(await offered()).toHaveLength(2);
  });
});
