import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import type { Entity } from '@backstage/catalog-model';
import type { AlphaEntity } from '@backstage/catalog-model/alpha';
import request from 'supertest';
import openSlo from '..';

const KINDS = [
  'Component',
  'System',
  'API',
  'Location',
  'SLO',
  'SLI',
  'AlertPolicy',
  'AlertCondition',
  'AlertNotificationTarget',
  'DataSource',
  'Service',
];

type MockDirectory = ReturnType<typeof createMockDirectory>;
type TestBackend = Awaited<ReturnType<typeof startTestBackend>>;

const PATIENCE_MS = 240_000;
const PAUSE_MS = 100;

/** A real catalog that reads the files of a directory, again and again. */
export class CatalogUnderTest {
  readonly #backend: TestBackend;
  readonly #directory: MockDirectory;

  static async create(options: {
    directory: MockDirectory;
    files: Record<string, string>;
  }) {
    const { directory, files } = options;
    directory.setContent(files);
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        openSlo,
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              processingInterval: { milliseconds: 500 },
              rules: [{ allow: KINDS }],
              locations: Object.keys(files).map(name => ({
                type: 'file',
                target: directory.resolve(name),
              })),
            },
          },
        }),
      ],
    });
    return new CatalogUnderTest(backend, directory);
  }

  private constructor(backend: TestBackend, directory: MockDirectory) {
    this.#backend = backend;
    this.#directory = directory;
  }

  write(name: string, text: string): void {
    this.#directory.addContent({ [name]: text });
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
  }

  /** The entity, once it is there and as expected. */
  async entity(
    ref: string,
    isExpected: (entity: AlphaEntity) => boolean = () => true,
  ): Promise<AlphaEntity> {
    const [kind, namespace, name] = ref.split(/[:/]/);
    const end = Date.now() + PATIENCE_MS;
    let last: unknown;
    while (Date.now() < end) {
      const { status, body } = await request(this.#backend.server).get(
        `/api/catalog/entities/by-name/${kind}/${namespace}/${name}`,
      );
      last = body;
      if (status === 200 && isExpected(body)) {
        return body;
      }
      await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
    }
    throw new Error(`${ref} is still ${JSON.stringify(last)}`);
  }

  /** What the catalog says of an entity that it does not have yet. */
  async validate(entity: Entity): Promise<request.Response> {
    return request(this.#backend.server)
      .post('/api/catalog/validate-entity')
      .send({ entity, location: 'url:https://example.com/slo.yaml' });
  }

  async entities(): Promise<Entity[]> {
    const { body } = await request(this.#backend.server).get(
      '/api/catalog/entities',
    );
    return body;
  }
}
