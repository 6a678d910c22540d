import type { Entity } from '@backstage/catalog-model';
import { authoredDocument, documentLocation } from './authoredDocument';

/** An SLO, as the catalog hands it out. */
function sloEntity(annotations?: Record<string, string>): Entity {
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: {
      name: 'a',
      namespace: 'default',
      uid: 'uid-of-a',
      etag: 'etag-of-a',
      displayName: 'SLO a',
      annotations: {
        'backstage.io/source-location': 'url:https://git.example/a.yaml',
        ...annotations,
      },
    },
    spec: { service: 'cart', budgetingMethod: 'Occurrences' },
  };
}

describe('authoredDocument', () => {
  it('takes away what the catalog added, and nothing else', () => {
    const entity = sloEntity({
      'team.example/page': 'yes',
      'plimsoll.dev/openslo-labels': '{"team":["a","b"]}',
    });
    entity.metadata.labels = { team: 'a' };
    entity.metadata.description = 'Written by the author';

    expect(authoredDocument(entity)).toEqual({
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      metadata: {
        name: 'a',
        displayName: 'SLO a',
        description: 'Written by the author',
        labels: { team: ['a', 'b'] },
        annotations: { 'team.example/page': 'yes' },
      },
      spec: entity.spec,
    });
  });

  it('shows neither title nor description that repeat the document', () => {
    const entity = sloEntity();
    entity.metadata.title = 'SLO a';
    entity.metadata.description = 'Carts open';
    entity.spec = { ...entity.spec, description: 'Carts open' };
    const { metadata, spec } = authoredDocument(entity);
    expect(metadata).toEqual({ name: 'a', displayName: 'SLO a' });
    expect(spec).toMatchObject({ description: 'Carts open' });
  });

  it('shows a title and a description of their own', () => {
    const entity = sloEntity();
    entity.metadata.title = 'Another';
    entity.metadata.description = 'For the catalog';
    entity.spec = { ...entity.spec, description: 'Carts open' };
    expect(authoredDocument(entity).metadata).toMatchObject({
      title: 'Another',
      description: 'For the catalog',
    });
  });

  it('keeps a namespace of its own, and plain labels', () => {
    const entity = sloEntity();
    entity.metadata.namespace = 'payments';
    entity.metadata.labels = { team: 'a' };
    expect(authoredDocument(entity).metadata).toMatchObject({
      namespace: 'payments',
      labels: { team: 'a' },
    });
  });

  it('bears an annotation that somebody else wrote', () => {
    const entity = sloEntity({ 'plimsoll.dev/openslo-labels': '{' });
    entity.metadata.labels = { team: 'a' };
    expect(authoredDocument(entity).metadata).toMatchObject({
      labels: { team: 'a' },
    });
  });
});

describe('documentLocation', () => {
  it('prefers where the source lies', () => {
    const entity = sloEntity({
      'backstage.io/managed-by-location': 'url:managed',
    });
    expect(documentLocation(entity)).toBe('url:https://git.example/a.yaml');
    delete entity.metadata.annotations?.['backstage.io/source-location'];
    expect(documentLocation(entity)).toBe('url:managed');
    delete entity.metadata.annotations;
    expect(documentLocation(entity)).toBeUndefined();
  });
});
