import { symlink } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';
import { createVerifyAction } from './createVerifyAction';
import { verifyExamples } from './verifyExamples';

const WARNED =
  '# syntax=docker/dockerfile:1\nFROM node:24\nUSER 1:1\nHEALTHCHECK NONE\nENTRYPOINT ["node"]\n';

describe('goldenpath:verify', () => {
  const workspace = createMockDirectory();
  const action = createVerifyAction();

  async function run(
    input: { failOn?: 'error' | 'warning' } = {},
    isDryRun = false,
  ) {
    const outputs: Record<string, unknown> = {};
    const context = createMockActionContext({
      workspacePath: workspace.path,
      input,
    });
    await action.handler({
      ...context,
      isDryRun,
      output: (name: string, value: unknown) => {
        outputs[name] = value;
      },
    } as Parameters<typeof action.handler>[0]);
    return outputs;
  }

  it.each([false, true])(
    'says what was checked, what was found and what was not checked, in a dry run too: %s',
    async isDryRun => {
      workspace.setContent({
        'app.yaml': 'a: 1\n',
        Dockerfile: WARNED,
        'ci/build.sh': 'true\n',
        'logo.png': Buffer.from([1, 0, 2]),
      });
      await symlink('/etc/passwd', workspace.resolve('link.yaml'));
      const { checked, notChecked, findings, summary } = await run(
        {},
        isDryRun,
      );
      expect(checked).toEqual(
        expect.arrayContaining([
          {
            check: 'yaml',
            title: 'YAML can be read, with each key once',
            files: 1,
          },
          expect.objectContaining({ check: 'dockerfile', files: 1 }),
        ]),
      );
      expect(findings).toEqual([
        {
          severity: 'warning',
          check: 'dockerfile',
          file: 'Dockerfile',
          line: 2,
          message: expect.stringContaining('has one stage'),
        },
      ]);
      expect(notChecked).toEqual([
        { what: 'Shell scripts', why: expect.any(String) },
        { what: 'The image', why: expect.any(String) },
        { what: 'link.yaml', why: expect.stringContaining('a link') },
        { what: 'logo.png', why: expect.stringContaining('no text') },
      ]);
      expect(summary).toContain(
        '- YAML can be read, with each key once (1 file)\n',
      );
      expect(summary).toContain('**To look at**\n\n- Dockerfile:2: has one');
      expect(summary).toContain('- Shell scripts: shellcheck reads them\n');
    },
  );

  it('stops at faults, with each file and line', async () => {
    workspace.setContent({ 'a.yaml': 'a: [\n', 'b.json': '{' });
    await expect(run()).rejects.toThrow(
      /^Nothing was published: the files have \d faults.*\n- a\.yaml:\d: is no YAML[\s\S]*\n- b\.json:1: is no JSON/,
    );
  });

  it('stops at warnings where it is told to', async () => {
    workspace.setContent({ Dockerfile: WARNED });
    await expect(run()).resolves.toBeDefined();
    await expect(run({ failOn: 'warning' })).rejects.toThrow('has one stage');
  });

  it('lists thirty faults, and counts the rest', async () => {
    workspace.setContent(
      Object.fromEntries(
        Array.from({ length: 40 }, (_, index) => [`${index}.json`, 'x']),
      ),
    );
    const message = await run().catch(String);
    expect(String(message).match(/\n- \d+\.json:1/g)).toHaveLength(30);
    expect(message).toMatch(/\n- and \d+ more$/);
  });

  it('has examples that its own input accepts', () => {
    const input = action.schema?.input as { properties: object };
    for (const { example } of verifyExamples) {
      for (const step of parse(example).steps) {
        expect(step.action).toBe(action.id);
        expect(Object.keys(input.properties)).toEqual(
          expect.arrayContaining(Object.keys(step.input)),
        );
      }
    }
  });
});
