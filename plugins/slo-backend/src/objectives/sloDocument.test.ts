import { sloEntity } from '../__testUtils__/catalogEntities';
import { sloDocument, sloLocation } from './sloDocument';

describe('sloDocument', () => {
  it('takes away what the catalog added, and nothing else', () => {
    const entity = sloEntity({
      name: 'a',
      service: 'cart',
      annotations: {
        'team.example/page': 'yes',
        'plimsoll.dev/openslo-labels': '{"team":["a","b"]}',
      },
    });
    entity.metadata.labels = { team: 'a' };
    entity.metadata.description = 'Written by the author';

    expect(sloDocument(entity)).toEqual({
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
    const entity = sloEntity({ name: 'a', service: 'cart' });
    entity.metadata.title = 'SLO a';
    entity.metadata.description = 'Carts open';
    entity.spec = { ...entity.spec, description: 'Carts open' };
    const { metadata, spec } = sloDocument(entity);
    expect(metadata).toEqual({ name: 'a', displayName: 'SLO a' });
    expect(spec).toMatchObject({ description: 'Carts open' });
  });

  it('shows a title and a description of their own', () => {
    const entity = sloEntity({ name: 'a', service: 'cart' });
    entity.metadata.title = 'Another';
    entity.metadata.description = 'For the catalog';
    entity.spec = { ...entity.spec, description: 'Carts open' };
    expect(sloDocument(entity).metadata).toMatchObject({
      title: 'Another',
      description: 'For the catalog',
    });
  });

  it('keeps a namespace of its own, and plain labels', () => {
    const entity = sloEntity({ name: 'a', service: 'cart' });
    entity.metadata.namespace = 'payments';
    entity.metadata.labels = { team: 'a' };
    expect(sloDocument(entity).metadata).toMatchObject({
      namespace: 'payments',
      labels: { team: 'a' },
    });
  });

  it('bears an annotation that somebody else wrote', () => {
    const entity = sloEntity({
      name: 'a',
      service: 'cart',
      annotations: { 'plimsoll.dev/openslo-labels': '{' },
    });
    entity.metadata.labels = { team: 'a' };
    expect(sloDocument(entity).metadata).toMatchObject({
      labels: { team: 'a' },
    });
  });
});

describe('sloLocation', () => {
  it('prefers where the source lies', () => {
    const entity = sloEntity({
      name: 'a',
      service: 'cart',
      annotations: { 'backstage.io/managed-by-location': 'url:managed' },
    });
    expect(sloLocation(entity)).toBe('url:https://git.example/a.yaml');
    delete entity.metadata.annotations?.['backstage.io/source-location'];
    expect(sloLocation(entity)).toBe('url:managed');
    delete entity.metadata.annotations;
    expect(sloLocation(entity)).toBeUndefined();
  });
});
