import { parseOpenSloDocument } from '@plimsoll/plugin-slo-common';
import { foundObjective } from './__testUtils__/foundObjective';
import { toRuleDocument } from './toRuleDocument';

const documentOf = (given: Parameters<typeof foundObjective>[0]) =>
  toRuleDocument({
    found: foundObjective(given),
    source: 'prometheus',
    name: 'cart',
    entityRef: 'component:default/cart',
  });

describe('toRuleDocument', () => {
  it('says what labels say in characters that every database takes', () => {
    const { metadata, spec } = documentOf({
      displayName: 'Cart\u0000s\n',
      description: 'Fast\u0000\nand right',
    });
    expect(metadata.displayName).toBe('Cart s');
    expect(spec.description).toBe('Fast \nand right');
  });

  it('is as long as a document of the catalog may be', () => {
    const document = documentOf({
      displayName: 'x'.repeat(5_000),
      description: 'y'.repeat(5_000),
    });
    expect(parseOpenSloDocument(document)).toHaveProperty('document');
    expect(document.metadata.displayName).toHaveLength(255);
    expect(document.spec.description).toHaveLength(1_050);
  });

  it('leaves out what has nothing to read', () => {
    const { metadata, spec } = documentOf({
      displayName: '\u0000',
      description: '\u0000',
    });
    expect(metadata).toEqual({ name: 'cart' });
    expect(spec).not.toHaveProperty('description');
  });
});
