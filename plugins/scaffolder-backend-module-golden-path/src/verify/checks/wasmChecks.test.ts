import { findingsOf } from '../__testUtils__/findingsOf';
import { terraformCheck } from './terraformCheck';
import { workflowCheck } from './workflowCheck';

const WORKFLOW = `on: push
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - run: echo "\${{ vars.NAME }} \${{ github.sha }}"
`;
const MAIN = 'terraform {\n  required_version = ">= 1.10"\n}\n';
const VARIABLES =
  'variable "region" {\n  type        = string\n  description = "Where"\n}\n';

/** Both libraries in one process: they would break each other in one thread. */
describe('checks by WebAssembly', () => {
  it('finds nothing in what is right', async () => {
    expect(
      await findingsOf(workflowCheck, { '.github/workflows/a.yaml': WORKFLOW }),
    ).toEqual([]);
    expect(
      await findingsOf(terraformCheck, {
        'terraform/main.tf': MAIN,
        'terraform/variables.tf': VARIABLES,
      }),
    ).toEqual([]);
  });

  it('says where a workflow is wrong', async () => {
    const text = `${WORKFLOW.replace(
      'vars.NAME',
      'nothing',
    )}      - run: echo "\${{ github.event.pull_request.title }}"\n`;
    expect(
      await findingsOf(workflowCheck, {
        '.github/workflows/a.yaml': text,
        '.github/workflows/b.yaml': WORKFLOW,
      }),
    ).toEqual([
      expect.stringMatching(/^error \.github\/workflows\/a\.yaml:6 .*nothing/),
      expect.stringMatching(
        /^error \.github\/workflows\/a\.yaml:7 .*untrusted/,
      ),
    ]);
  });

  it('says where Terraform is wrong', async () => {
    expect(
      await findingsOf(terraformCheck, {
        'terraform/main.tf': 'variable "a" {\n',
      }),
    ).toEqual([
      expect.stringContaining('error terraform/main.tf cannot be parsed'),
      expect.stringContaining('pins no version'),
    ]);
    expect(
      await findingsOf(terraformCheck, {
        'a/main.tf': MAIN,
        'a/variables.tf': VARIABLES.replace('  type        = string\n', ''),
        'b/main.tf': VARIABLES,
      }),
    ).toEqual([
      'error a/variables.tf its variable region has no type',
      expect.stringContaining('error b/main.tf its folder pins no version'),
    ]);
  });
});
