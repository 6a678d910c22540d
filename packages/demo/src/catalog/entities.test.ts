import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  domainEntityV1alpha1Validator,
  type Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  getCompoundEntityRef,
  groupEntityV1alpha1Validator,
  type KindValidator,
  locationEntityV1alpha1Validator,
  NoForeignRootFieldsEntityPolicy,
  parseEntityRef,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import {
  catalogDocuments,
  type CatalogDocument,
} from '../__testUtils__/catalogFiles';

const VALIDATORS: Record<string, KindValidator> = {
  API: apiEntityV1alpha1Validator,
  Component: componentEntityV1alpha1Validator,
  Domain: domainEntityV1alpha1Validator,
  Group: groupEntityV1alpha1Validator,
  Location: locationEntityV1alpha1Validator,
  Resource: resourceEntityV1alpha1Validator,
  System: systemEntityV1alpha1Validator,
  User: userEntityV1alpha1Validator,
};

/** What each field of a spec refers to. */
const REFERENCES: Record<string, string> = {
  owner: 'Group',
  system: 'System',
  domain: 'Domain',
  parent: 'Group',
  memberOf: 'Group',
  dependsOn: 'Component',
  providesApis: 'API',
  consumesApis: 'API',
};

const policy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

const documents = catalogDocuments().filter(({ value }) =>
  value.apiVersion?.startsWith('backstage.io/'),
);
const entities = documents.map(({ value }) => value as unknown as Entity);
const refs = new Set(entities.map(entity => stringifyEntityRef(entity)));
const named = (kind: string, name: string) =>
  documents.find(
    ({ value }) => value.kind === kind && value.metadata.name === name,
  )!.value;

function asList(value: unknown): string[] {
  return [value].flat().filter(item => item !== undefined) as string[];
}

describe('the entities of ShopKart', () => {
  it.each(documents.map(document => [nameOf(document), document] as const))(
    '%s is what the catalog accepts',
    async (_, { value }) => {
      const entity = value as unknown as Entity;
      await expect(policy.enforce({ ...entity })).resolves.toBeDefined();
      await expect(VALIDATORS[entity.kind].check(entity)).resolves.toBe(true);
    },
  );

  it('claims each name once', () => {
    expect(refs.size).toBe(entities.length);
  });

  it('refers to entities that exist, and to nothing else', () => {
    const missing = entities.flatMap(entity =>
      Object.entries(REFERENCES).flatMap(([field, defaultKind]) =>
        asList(entity.spec?.[field]).flatMap(ref => {
          const target = stringifyEntityRef(
            parseEntityRef(ref, {
              defaultKind,
              defaultNamespace: getCompoundEntityRef(entity).namespace,
            }),
          );
          return refs.has(target)
            ? []
            : [`${stringifyEntityRef(entity)} ${field} ${ref}`];
        }),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('has the services of the shop, each with an owner, a system and a tier', () => {
    const components = documents.filter(
      ({ value }) => value.kind === 'Component',
    );
    const names = components.map(({ value }) => value.metadata.name);
    expect(names).toEqual(
      expect.arrayContaining([
        'storefront',
        'product-listing',
        'search',
        'cart',
        'checkout',
        'payment',
        'wishlist',
        'order-history',
        'session-api',
      ]),
    );
    expect(names).toHaveLength(26);
    for (const { file, value } of components) {
      const { name, annotations = {} } = value.metadata;
      expect(file).toBe(`services/${name}/catalog-info.yaml`);
      expect(annotations['plimsoll.dev/tier']).toMatch(/^[123]$/);
      expect(annotations['backstage.io/kubernetes-id']).toBe(name);
      expect(value.spec.owner).toEqual(expect.any(String));
      expect(value.spec.system).toEqual(expect.any(String));
    }
  });

  it('makes the guest a platform engineer who owns the Redis service', () => {
    const guest = named('User', 'platform-engineer');
    expect(guest.spec.memberOf).toEqual(['platform']);
    expect(named('Component', 'session-api').spec.owner).toBe('platform');
    expect(named('Component', 'session-api').spec.dependsOn).toContain(
      'resource:default/redis',
    );
    expect(named('Resource', 'redis').spec.owner).toBe('platform');
  });

  it('defines every API in OpenAPI', () => {
    const apis = documents.filter(({ value }) => value.kind === 'API');
    expect(apis.length).toBeGreaterThan(5);
    for (const { value } of apis) {
      const definition = parse(value.spec.definition as string);
      expect(definition.openapi).toMatch(/^3\./);
      expect(Object.keys(definition.paths)).toHaveLength(1);
    }
  });

  it('has docs where it says so', () => {
    const withDocs = documents.filter(
      ({ value }) =>
        value.metadata.annotations?.['backstage.io/techdocs-ref'] === 'dir:.',
    );
    expect(withDocs).toHaveLength(2);
    for (const { file } of withDocs) {
      const folder = resolve(__dirname, '../../catalog', file, '..');
      expect(existsSync(resolve(folder, 'mkdocs.yml'))).toBe(true);
      expect(existsSync(resolve(folder, 'docs/index.md'))).toBe(true);
    }
  });
});

function nameOf({ value }: CatalogDocument): string {
  return `${value.kind} ${value.metadata.name}`;
}
