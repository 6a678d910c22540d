import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';
import { createPatchValuesAction } from './createPatchValuesAction';
import { patchValuesExamples } from './examples/patchValuesExamples';

const SOURCE = 'resources:\n  requests:\n    cpu: 500m # in spring 1\n';
const PATCHED = SOURCE.replace('500m', '212m');
const changes = [{ path: 'resources.requests.cpu', yaml: '212m' }];

describe('goldenpath:patch-values', () => {
  const workspace = createMockDirectory();
  const action = createPatchValuesAction();

  beforeEach(() => workspace.setContent({ deploy: { 'values.yaml': SOURCE } }));

  async function run(
    input: Partial<{ file: string; changes: typeof changes }> = {},
    isDryRun = false,
  ) {
    const context = createMockActionContext<
      { file: string; changes: typeof changes },
      { changed: boolean; paths: string[]; diff: string }
    >({
      workspacePath: workspace.path,
      input: { file: 'deploy/values.yaml', changes, ...input },
    });
    const outputs: Record<string, unknown> = {};
    const lines: string[] = [];
    jest
      .spyOn(context.logger, 'info')
      .mockImplementation(line => lines.push(line));
    await action.handler({
      ...context,
      isDryRun,
      output: (name, value) => {
        outputs[name] = value;
      },
    });
    return { outputs, lines };
  }

  it.each([false, true])(
    'changes the file and shows how, in a dry run too: %s',
    async isDryRun => {
      const { outputs, lines } = await run({}, isDryRun);
      expect(workspace.content()).toEqual({
        deploy: { 'values.yaml': PATCHED },
      });
      expect(outputs).toEqual({
        changed: true,
        paths: ['resources.requests.cpu'],
        diff: [
          '--- a/deploy/values.yaml',
          '+++ b/deploy/values.yaml',
          '@@ -1,3 +1,3 @@',
          ' resources:',
          '   requests:',
          '-    cpu: 500m # in spring 1',
          '+    cpu: 212m # in spring 1',
          '',
        ].join('\n'),
      });
      expect(lines).toContain('+    cpu: 212m # in spring 1');
    },
  );

  it('changes nothing the second time, and says so', async () => {
    await run();
    const { outputs, lines } = await run();
    expect(outputs).toEqual({ changed: false, paths: [], diff: '' });
    expect(lines).toEqual([
      'deploy/values.yaml has these values already: nothing is changed',
    ]);
  });

  it('writes nothing where one of the changes cannot be made', async () => {
    await expect(
      run({
        changes: [...changes, { path: 'replicas', yaml: '3' }],
      }),
    ).rejects.toThrow("deploy/values.yaml: 'replicas' is not there");
    expect(workspace.content()).toEqual({ deploy: { 'values.yaml': SOURCE } });
  });

  it('names a file that is not there, and stays in the workspace', async () => {
    await expect(run({ file: 'values.yaml' })).rejects.toThrow(
      'values.yaml: there is no such file',
    );
    await expect(run({ file: '../../etc/passwd' })).rejects.toThrow(
      'Relative path is not allowed',
    );
  });

  it('has examples that its own input accepts', () => {
    const input = action.schema?.input as { properties: object };
    for (const { example } of patchValuesExamples) {
      for (const step of parse(example).steps) {
        expect(step.action).toBe(action.id);
        expect(Object.keys(input.properties)).toEqual(
          expect.arrayContaining(Object.keys(step.input)),
        );
      }
    }
  });
});
