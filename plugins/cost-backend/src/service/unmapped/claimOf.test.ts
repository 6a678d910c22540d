import fc from 'fast-check';
import { mappingOf } from '../../catalog/mappingOf';
import { claimOf } from './claimOf';

const SHOP = 'component:default/shop';
/** Texts that lists and tags are divided by, among others. */
const text = fc
  .array(fc.constantFrom('a', 'B', ',', '=', ' ', '*', '/', '\u00e9'), {
    maxLength: 5,
  })
  .map(parts => parts.join(''));
const match = fc.oneof(
  fc.record({ tag: fc.record({ key: text, value: text }) }),
  fc.record({ resourceId: text }),
  fc.record({ subAccount: text }),
  fc.record({ product: text }),
);

function attempt(wanted: Parameters<typeof claimOf>[0]['match']): {
  claim?: ReturnType<typeof claimOf>;
  refusal?: string;
} {
  try {
    return { claim: claimOf({ match: wanted, entityRef: SHOP }) };
  } catch (error) {
    return { refusal: String(error) };
  }
}

describe('claimOf', () => {
  it('is what the catalog reads in that annotation, or refuses', () => {
    let claimed = 0;
    fc.assert(
      fc.property(match, wanted => {
        const { claim, refusal = '' } = attempt(wanted);
        expect(claim ? 'cost.allocation.rules' : refusal).toContain(
          'cost.allocation.rules',
        );
        if (!claim) {
          return;
        }
        claimed += 1;
        const { key, value } = claim.annotation;
        const read = mappingOf({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: { name: 'shop', annotations: { [key]: value } },
            },
          ],
        });
        const byName = new Set([SHOP, 'shop']);
        expect(read.filter(entry => !byName.has(entry.value))).toEqual([
          claim.entry,
        ]);
      }),
      { numRuns: 1_000 },
    );
    expect(claimed).toBeGreaterThan(200);
  });

  it.each([
    [{}],
    [{ product: 'Amazon S3', subAccount: '77' }],
    [{ tag: { key: 'team', value: 'shop' }, resourceId: 'vol-1' }],
  ])('refuses %j: an annotation names one thing', wanted => {
    expect(() => claimOf({ match: wanted, entityRef: SHOP })).toThrow(
      'match must name one thing',
    );
  });
});
