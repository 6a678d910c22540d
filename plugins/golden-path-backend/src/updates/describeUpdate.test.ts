import type { UpdatePreview } from '@plimsoll/plugin-golden-path-common';
import { describeUpdate } from './describeUpdate';

const preview: UpdatePreview = {
  entityRef: 'component:default/cart',
  template: 'node-service',
  from: '1.0.0',
  to: '1.1.0',
  changes: [],
  questions: [],
  files: [],
  counts: { add: 0, update: 0, merge: 0, remove: 0, keep: 0, conflict: 1 },
  notes: [],
};

describe('describeUpdate', () => {
  it('lets no name or text of a file out of its place', () => {
    const text = describeUpdate({
      ...preview,
      files: [
        {
          path: 'a`|b\n.md',
          outcome: 'conflict',
          policy: 'merge',
          reason: 'same-lines',
          templateDiff: '+````\n+<script>\n',
        },
      ],
    });
    expect(text).toContain('| `a??b?.md` |');
    expect(text).toContain('`````diff\n+````\n+<script>\n`````');
    expect(text).toContain('The template does not say.');
  });

  it('stays as short as hosts take it, and cuts no diff', () => {
    const text = describeUpdate({
      ...preview,
      files: Array.from({ length: 4_000 }, (_, index) => ({
        path: `chart/${index}.yaml`,
        outcome: 'conflict' as const,
        policy: 'merge' as const,
        templateDiff: `+${'x'.repeat(8_000)}\n`,
      })),
    });
    expect(text.length).toBeLessThan(51_000);
    expect(text).toContain('the rest is on the service');
    const few = describeUpdate({
      ...preview,
      files: ['a', 'b', 'c'].map(path => ({
        path,
        outcome: 'conflict' as const,
        policy: 'merge' as const,
        templateDiff: `+${'x'.repeat(8_000)}\n`,
      })),
    });
    expect(few.match(/```diff/g)).toHaveLength(2);
    expect(few.match(/^```/gm)).toHaveLength(4);
  });
});
