import type { Check, FileFinding } from '../Check';
import { FileJudge } from '../FileJudge';
import { isRecord } from '../yamlFiles';
import type { WorkspaceFile } from '../WorkspaceFile';

/** A parsed file, or why it is none. */
interface ParsedFile {
  value?: Record<string, unknown>;
  fault?: string;
}

const hcl = FileJudge.create<ParsedFile>({
  library: require.resolve('@cdktn/hcl2json'),
  judge: `({ parse }, files) =>
    Promise.all(
      files.map(({ path, text }) =>
        parse(path, text).then(
          value => ({ value }),
          ({ message }) => ({ fault: message }),
        ),
      ),
    )`,
});

/**
 * Terraform that can be parsed, pins its versions, and says what its variables
 * are. Providers' schemas are not known here.
 */
export const terraformCheck: Check = {
  name: 'terraform',
  title: 'Terraform can be parsed, and its variables are described',
  applies: ({ path }) => path.endsWith('.tf'),
  async find(files) {
    const findings: FileFinding[] = [];
    const pinned = new Set<string>();
    const parsed = await hcl.judge(files);
    files.forEach((file, index) => {
      const { value, fault } = parsed[index];
      if (!value) {
        findings.push(finding(file, `cannot be parsed: ${fault}`));
        return;
      }
      if (
        blocksOf(value.terraform).some(block => 'required_version' in block)
      ) {
        pinned.add(folderOf(file));
      }
      findings.push(...variableFindings(file, value.variable));
    });
    for (const folder of new Set(files.map(folderOf))) {
      const [first] = files.filter(file => folderOf(file) === folder);
      if (!pinned.has(folder)) {
        findings.push(
          finding(
            first,
            'its folder pins no version of Terraform; write terraform { required_version = ... }',
          ),
        );
      }
    }
    return findings;
  },
};

function variableFindings(
  file: WorkspaceFile,
  variables: unknown,
): FileFinding[] {
  return Object.entries(isRecord(variables) ? variables : {}).flatMap(
    ([name, blocks]) =>
      blocksOf(blocks).flatMap(block =>
        ['type', 'description']
          .filter(key => !(key in block))
          .map(key => finding(file, `its variable ${name} has no ${key}`)),
      ),
  );
}

function blocksOf(value: unknown): Array<Record<string, unknown>> {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function folderOf({ path }: WorkspaceFile): string {
  return path.split('/').slice(0, -1).join('/');
}

function finding({ path }: WorkspaceFile, message: string): FileFinding {
  return { severity: 'error', file: path, message };
}
