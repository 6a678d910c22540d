import fc from 'fast-check';
import { claimedRefs, isClaimable } from './claimedRefs';

describe('claimedRefs', () => {
  it('lists the OpenSLO documents of a file, doubles doubly', () => {
    expect(
      claimedRefs(`
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: checkout }
---
apiVersion: openslo/v1
kind: SLO
metadata: { name: Checkout-Availability }
spec: { anything: [1, 2] }
---
# nothing here
---
apiVersion: openslo.com/v1
kind: SLI
metadata: { name: requests, namespace: shop }
---
apiVersion: openslo/v1
kind: SLO
metadata:
  name: checkout-availability
---
apiVersion: openslo/v1
kind: DataSource
metadata: { name: prometheus }
---
apiVersion: openslo/v2alpha
kind: SLO
metadata: { name: other }
`),
    ).toEqual([
      'slo:default/checkout-availability',
      'sli:shop/requests',
      'slo:default/checkout-availability',
    ]);
  });

  it.each([
    ['no text', ''],
    ['another format', 'openslo: {{ not yaml'],
    ['a list', '- openslo/v1\n- SLO'],
    ['no metadata', 'apiVersion: openslo/v1\nkind: SLO'],
    [
      'a name that is none',
      'apiVersion: openslo/v1\nkind: SLO\nmetadata: { name: [a] }',
    ],
    [
      'a scalar for metadata',
      'apiVersion: openslo/v1\nkind: SLO\nmetadata: name',
    ],
  ])('finds none in %s', (_, text) => {
    expect(claimedRefs(text)).toEqual([]);
  });

  it('does not unfold aliases', () => {
    const lines = Array.from(
      { length: 30 },
      (_, n) => `  a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`,
    );
    const started = performance.now();
    expect(
      claimedRefs(
        `apiVersion: openslo/v1\nkind: SLO\nmetadata: { name: bomb }\nspec:\n  a0: &a0 [x]\n${lines.join(
          '\n',
        )}`,
      ),
    ).toEqual(['slo:default/bomb']);
    // milliseconds here: a hang is told apart, however slow the machine is
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        expect(
          claimedRefs(`apiVersion: openslo/v1\n${text}`).length,
        ).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('isClaimable', () => {
  it.each([
    ['openslo/v1', 'SLO', true],
    ['openslo.com/v1', 'AlertPolicy', true],
    ['openslo/v1', 'Service', false],
    ['example.com/v1', 'SLO', false],
    [undefined, 7, false],
  ])('%p %p: %p', (apiVersion, kind, expected) => {
    expect(isClaimable({ apiVersion, kind })).toBe(expected);
  });
});
