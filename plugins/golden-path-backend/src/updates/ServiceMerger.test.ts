import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ServiceMerger } from './ServiceMerger';
import type { VersionRenderer } from './render/VersionRenderer';
import type { ServiceRepositories } from './repository/ServiceRepositories';
import type { TemplateArchive } from './versions/TemplateArchive';

describe('ServiceMerger', () => {
  it('holds few repositories at once, and lets few wait', async () => {
    let reading = 0;
    let most = 0;
    let release = () => {};
    const released = new Promise<void>(done => {
      release = done;
    });
    const repositories: Partial<ServiceRepositories> = {
      read: async () => {
        reading += 1;
        most = Math.max(most, reading);
        await released;
        reading -= 1;
        throw new Error('read');
      },
    };
    const archive: Partial<TemplateArchive> = {
      versionsOf: async () => [
        {
          id: 'a',
          template: 'template:default/node-service',
          version: '1.1.0',
          entity: {} as never,
          files: [],
          notes: [],
          isOffered: true,
        },
      ],
    };
    const merger = ServiceMerger.create({
      archive: archive as TemplateArchive,
      logger: mockServices.logger.mock(),
      renderer: {} as VersionRenderer,
      repositories: repositories as ServiceRepositories,
    });
    const asked = Array.from({ length: 30 }, (_, at) =>
      merger
        .merge({
          ref: `component:default/s${at}`,
          entity: {} as Entity,
          template: 'template:default/node-service',
          request: {},
        })
        .then(
          () => 'merged',
          error => `${error.name}: ${error.message}`,
        ),
    );
    await new Promise(done => setImmediate(done));
    expect(reading).toBe(2);
    release();
    const answers = await Promise.all(asked);
    expect(most).toBe(2);
    const refused = answers.filter(one =>
      one.startsWith('ServiceUnavailableError: Too many updates'),
    );
    const read = answers.filter(one => one === 'Error: read');
    expect(refused.length + read.length).toBe(30);
    expect(read.length).toBeLessThanOrEqual(22);
    expect(refused.length).toBeGreaterThanOrEqual(8);
  });
});
