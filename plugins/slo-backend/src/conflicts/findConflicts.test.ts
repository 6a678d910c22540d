import { findConflicts } from './findConflicts';
import type { NameConflict } from './NameConflict';
import type { SourceTarget } from './SourceTarget';

const NOW = 1_000_000;
const REF = 'slo:default/checkout-availability';
const A = 'url:https://example.com/a.yaml';
const B = 'url:https://example.com/b.yaml';

/** A target that was read a while after the known conflict was seen. */
function source(
  target: string,
  refs?: string[],
  times: Partial<SourceTarget> = { triedAt: 600, readAt: 600 },
): SourceTarget {
  return {
    target,
    files: refs?.length ? [{ location: target, refs }] : [],
    ...times,
  };
}

const conflict: NameConflict = {
  entityRef: REF,
  keptLocation: A,
  ignoredLocation: B,
  seenAt: 500,
};
const holdsA = new Map([[REF, A]]);

function find(
  sources: SourceTarget[],
  options: { holders?: Map<string, string>; known?: NameConflict[] } = {},
) {
  const { holders = holdsA, known = [] } = options;
  return findConflicts({ sources, holders, known, now: NOW });
}

describe('findConflicts', () => {
  it('finds a document whose name is taken', () => {
    expect(
      find([source(A, [REF, 'sli:default/x']), source(B, [REF])], {
        holders: new Map([
          [REF, A],
          ['sli:default/x', A],
        ]),
      }),
    ).toEqual({ found: [{ ...conflict, seenAt: NOW }], resolved: [] });
  });

  it('finds it also where the other place cannot be looked at', () => {
    const elsewhere = new Map([[REF, 'bucket:slos']]);
    expect(find([source(B, [REF])], { holders: elsewhere }).found).toEqual([
      { ...conflict, keptLocation: 'bucket:slos', seenAt: NOW },
    ]);
    const unread = source(A, [], { triedAt: 600 });
    expect(find([unread, source(B, [REF])]).found).toHaveLength(1);
  });

  it('finds a name that one file holds twice', () => {
    expect(find([source(A, [REF, REF])]).found).toEqual([
      { ...conflict, ignoredLocation: A, seenAt: NOW },
    ]);
  });

  it('finds nothing where each name is there once', () => {
    expect(find([source(A, [REF])]).found).toEqual([]);
    expect(find([], {}).found).toEqual([]);
  });

  it('waits for a document that has only moved, or is new', () => {
    expect(find([source(A), source(B, [REF])]).found).toEqual([]);
    expect(
      find([source(A, ['slo:default/other']), source(B, [REF, REF])]).found,
    ).toEqual([]);
    expect(find([source(B, [REF])], { holders: new Map() }).found).toEqual([]);
  });

  describe('a known conflict', () => {
    const resolved = (
      sources: SourceTarget[],
      holders?: Map<string, string>,
      known = conflict,
    ) => find(sources, { holders, known: [known] }).resolved.length > 0;

    it('stays while both claim the name', () => {
      expect(resolved([source(A, [REF]), source(B, [REF])])).toBe(false);
    });

    it('is gone when the ignored document has another name', () => {
      expect(
        resolved([source(A, [REF]), source(B, ['slo:default/renamed'])]),
      ).toBe(true);
    });

    it('is gone when the ignored file has no document any more', () => {
      expect(resolved([source(A, [REF]), source(B)])).toBe(true);
    });

    it('is gone when the catalog has the document from there now', () => {
      expect(resolved([source(A), source(B, [REF])], new Map([[REF, B]]))).toBe(
        true,
      );
    });

    it('stays while the catalog has neither', () => {
      expect(resolved([source(A, [REF]), source(B, [REF])], new Map())).toBe(
        false,
      );
    });

    it('stays until the file was looked at again', () => {
      const before = { triedAt: 400, readAt: 400 };
      expect(
        resolved([source(A, [REF]), source(B, ['slo:default/x'], before)]),
      ).toBe(false);
      expect(resolved([source(A, [REF]), source(B, [], before)])).toBe(false);
      const failing = { triedAt: 600 };
      expect(resolved([source(A, [REF]), source(B, [], failing)])).toBe(false);
    });

    it('is gone when nothing leads to the file any more', () => {
      expect(resolved([source(A, [REF])])).toBe(true);
      expect(resolved([])).toBe(true);
      const notYet = source('url:https://example.com/c.yaml', [], {});
      expect(resolved([source(A, [REF]), notYet])).toBe(false);
      const failing = source('url:https://example.com/c.yaml', [], {
        triedAt: 600,
      });
      expect(resolved([source(A, [REF]), failing])).toBe(true);
    });

    it('stays while a pattern that may lead to the file cannot be read', () => {
      const pattern = 'url:https://example.com/*.yaml';
      expect(
        resolved([source(A, [REF]), source(pattern, [], { triedAt: 600 })]),
      ).toBe(false);
    });

    it('of one file stays until the file holds the name once', () => {
      const twice = { ...conflict, ignoredLocation: A };
      expect(resolved([source(A, [REF, REF])], holdsA, twice)).toBe(false);
      expect(resolved([source(A, [REF])], holdsA, twice)).toBe(true);
      expect(resolved([source(A)], holdsA, twice)).toBe(true);
    });
  });
});
