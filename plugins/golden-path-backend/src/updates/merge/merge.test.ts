import fc from 'fast-check';
import type { FileVersion } from './FileVersion';
import { mergeFile } from './mergeFile';
import { mergeFiles } from './mergeFiles';
import { mergeText } from './mergeText';

const file = (
  text: string,
  mode: FileVersion['mode'] = '100644',
): FileVersion => ({ content: Buffer.from(text), mode });
const BASE = 'one\ntwo\nthree\nfour\nfive\n';

describe('mergeText', () => {
  it('takes both changes where they do not meet', () => {
    const ours = BASE.replace('two', 'TWO');
    const theirs = BASE.replace('five', 'FIVE');
    expect(mergeText({ base: BASE, ours, theirs })).toBe(
      'one\nTWO\nthree\nfour\nFIVE\n',
    );
  });

  it('gives nothing where both changed the same line', () => {
    const ours = BASE.replace('two', 'ours');
    const theirs = BASE.replace('two', 'theirs');
    expect(mergeText({ base: BASE, ours, theirs })).toBeUndefined();
  });

  it('keeps the line ends of the team', () => {
    const ours = BASE.replace('two', 'TWO').replaceAll('\n', '\r\n');
    const theirs = BASE.replace('five', 'FIVE');
    expect(mergeText({ base: BASE, ours, theirs })).toBe(
      'one\r\nTWO\r\nthree\r\nfour\r\nFIVE\r\n',
    );
    expect(
      mergeText({
        base: BASE.replaceAll('\n', '\r\n'),
        ours: BASE.replace('two', 'TWO'),
        theirs: theirs.replaceAll('\n', '\r\n'),
      }),
    ).toBe('one\nTWO\nthree\nfour\nFIVE\n');
  });

  it('keeps a last line without an end', () => {
    const ours = `${BASE}six`;
    const theirs = BASE.replace('one', 'ONE');
    expect(mergeText({ base: BASE, ours, theirs })).toBe(
      'ONE\ntwo\nthree\nfour\nfive\nsix',
    );
  });

  const line = fc.constantFrom('a', 'b', 'c', 'd', '', '  a', '# x');
  const text = fc
    .tuple(fc.array(line, { maxLength: 12 }), fc.boolean())
    .map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : ''));
  const counts = (whole: string) => {
    const found = new Map<string, number>();
    for (const one of whole.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
      found.set(one, (found.get(one) ?? 0) + 1);
    }
    return found;
  };

  it('loses no line that the team has added', () => {
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        const merged = mergeText({ base, ours, theirs });
        fc.pre(merged !== undefined);
        const [before, mine, after] = [base, ours, merged ?? ''].map(counts);
        for (const [one, count] of mine) {
          const added = count - (before.get(one) ?? 0);
          expect(after.get(one) ?? 0).toBeGreaterThanOrEqual(added);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('is what the other side has where one has not changed it', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        expect(mergeText({ base, ours: base, theirs: other })).toBe(other);
        expect(mergeText({ base, ours: other, theirs: base })).toBe(other);
        expect(mergeText({ base, ours: other, theirs: other })).toBe(other);
      }),
    );
  });

  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        const merged = mergeText({ base, ours, theirs });
        fc.pre(merged !== undefined);
        // what is merged comes from the new version
        expect(mergeText({ base: theirs, ours: merged ?? '', theirs })).toBe(
          merged,
        );
      }),
    );
  });
});

describe('mergeFile', () => {
  const old = file('old\n');
  const mine = file('mine\n');
  const next = file('next\n');
  const link = file('elsewhere', '120000');
  it.each([
    ['nobody has changed', old, old, old, undefined],
    ['both have deleted', old, undefined, undefined, undefined],
    ['both changed alike', old, next, next, undefined],
    ['only the team changed', old, mine, old, undefined],
    ['only the team deleted', old, undefined, old, undefined],
    ['only the template changed', old, old, next, ['update']],
    ['only the template deleted', old, old, undefined, ['remove']],
    ['is new', undefined, undefined, next, ['add']],
    ['both added', undefined, mine, next, ['conflict', 'both-added']],
    ['both changed', old, mine, next, ['conflict', 'same-lines']],
    ['the team deleted', old, undefined, next, ['keep', 'deleted-by-team']],
    [
      'the template deleted',
      old,
      mine,
      undefined,
      ['keep', 'deleted-by-template'],
    ],
    ['is a link of the team', old, link, next, ['conflict', 'link']],
    ['cannot be compared', 'unknown', mine, next, ['conflict', 'base-unknown']],
    ['cannot be compared, but is alike', 'unknown', next, next, undefined],
    [
      'cannot be compared and is gone',
      'unknown',
      undefined,
      next,
      ['keep', 'deleted-by-team'],
    ],
    [
      'cannot be compared and is dropped',
      'unknown',
      mine,
      undefined,
      ['keep', 'deleted-by-template'],
    ],
  ] as const)('of what %s', (_, base, ours, theirs, expected) => {
    const merged = mergeFile({ base, ours, theirs, policy: 'merge' });
    expect(merged && [merged.outcome, merged.reason].filter(Boolean)).toEqual(
      expected,
    );
    // nothing that somebody wrote is overwritten
    const stays = ['conflict', 'keep'].includes(merged?.outcome ?? '');
    expect(stays ? merged?.result : ours).toBe(ours);
  });

  it('leaves what is the team’s from the start', () => {
    const once = (
      base: FileVersion | undefined,
      ours: FileVersion | undefined,
    ) => mergeFile({ base, ours, theirs: next, policy: 'once' });
    expect(once(old, old)).toEqual({
      outcome: 'keep',
      reason: 'once',
      result: old,
    });
    expect(once(undefined, mine)?.outcome).toBe('keep');
    // it has never been there
    expect(once(undefined, undefined)?.outcome).toBe('add');
  });

  it('merges nothing into what machines write', () => {
    const base = file(BASE);
    const ours = file(BASE.replace('one', 'ONE'));
    const theirs = file(BASE.replace('five', 'FIVE'));
    expect(mergeFile({ base, ours, theirs, policy: 'managed' })).toEqual({
      outcome: 'conflict',
      reason: 'managed',
      result: ours,
    });
    expect(
      mergeFile({
        base,
        ours,
        theirs,
        policy: 'merge',
      })?.result?.content.toString(),
    ).toBe('ONE\ntwo\nthree\nfour\nFIVE\n');
  });

  it('merges modes', () => {
    const run = (text: string) => file(text, '100755');
    const made = mergeFile({
      base: file('a\n'),
      ours: file('a\nmine\n'),
      theirs: run('a\n'),
      policy: 'merge',
    });
    expect([made?.outcome, made?.result?.mode]).toEqual(['merge', '100755']);
    expect(made?.result?.content.toString()).toBe('a\nmine\n');
    const kept = mergeFile({
      base: file('a\n'),
      ours: run('a\n'),
      theirs: file('b\n'),
      policy: 'merge',
    });
    expect([kept?.result?.mode, kept?.result?.content.toString()]).toEqual([
      '100755',
      'b\n',
    ]);
  });

  it('does not merge what is no text', () => {
    const bytes = (...all: number[]): FileVersion => ({
      content: Buffer.from(all),
      mode: '100644',
    });
    const merged = mergeFile({
      base: bytes(0, 1, 2),
      ours: bytes(0, 1, 3),
      theirs: bytes(0, 4, 2),
      policy: 'merge',
    });
    expect([merged?.outcome, merged?.reason]).toEqual(['conflict', 'no-text']);
  });
});

describe('mergeFiles', () => {
  const policyOf = () => 'merge' as const;

  it('tells where a file lies as it was, and leaves it there', () => {
    const base = new Map([['a.md', file(BASE)]]);
    const ours = new Map([['docs/a.md', file(BASE)]]);
    const theirs = new Map([['a.md', file(`${BASE}six\n`)]]);
    expect(mergeFiles({ base, ours, theirs, policyOf })).toEqual([
      expect.objectContaining({
        path: 'a.md',
        movedTo: 'docs/a.md',
        outcome: 'keep',
        reason: 'deleted-by-team',
      }),
    ]);
    // the template has it no more either
    const none = new Map();
    expect(mergeFiles({ base, ours, theirs: none, policyOf })).toEqual([]);
  });

  it('tells no place where there are two', () => {
    const base = new Map([['a.md', file(BASE)]]);
    const ours = new Map([
      ['b.md', file(BASE)],
      ['c.md', file(BASE)],
    ]);
    const theirs = new Map([['a.md', file('new\n')]]);
    expect(mergeFiles({ base, ours, theirs, policyOf })).toEqual([
      expect.objectContaining({
        path: 'a.md',
        outcome: 'keep',
        reason: 'deleted-by-team',
      }),
    ]);
    expect(mergeFiles({ base, ours, theirs, policyOf })[0].movedTo).toBe(
      undefined,
    );
  });

  const tree = fc
    .dictionary(
      fc.constantFrom('a', 'b', 'c/d', 'e.sh'),
      fc.constantFrom('', 'x\n', 'y\n', 'x\ny\n', 'x\nz\ny\n'),
    )
    .map(
      all =>
        new Map(Object.entries(all).map(([path, text]) => [path, file(text)])),
    );

  it('is nothing where the template has not changed', () => {
    fc.assert(
      fc.property(tree, tree, (base, ours) => {
        expect(mergeFiles({ base, ours, theirs: base, policyOf })).toEqual([]);
      }),
    );
  });

  it('makes of a team that has changed nothing what the template is', () => {
    fc.assert(
      fc.property(tree, tree, (base, theirs) => {
        const after = new Map(base);
        for (const { path, result } of mergeFiles({
          base,
          ours: base,
          theirs,
          policyOf,
        })) {
          if (result) {
            after.set(path, result);
          } else {
            after.delete(path);
          }
        }
        expect([...after.keys()].sort()).toEqual([...theirs.keys()].sort());
        for (const [path, { content }] of theirs) {
          expect(after.get(path)?.content.equals(content)).toBe(true);
        }
      }),
    );
  });
});
