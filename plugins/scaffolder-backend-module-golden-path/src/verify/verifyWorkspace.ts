import type { Check } from './Check';
import { ALL_CHECKS } from './checks/allChecks';
import type { Workspace } from './readWorkspace';
import { type Unchecked, uncheckedOf } from './uncheckedOf';
import type { VerifyFinding } from './VerifyFinding';

/** What was checked, what was not, and what was found. */
export interface Verification {
  checked: Array<{ check: string; title: string; files: number }>;
  notChecked: Unchecked[];
  /** Errors first, then by file and line. */
  findings: VerifyFinding[];
}

/** Judges a workspace by all checks that have something to judge. */
export async function verifyWorkspace(
  workspace: Workspace,
  checks: readonly Check[] = ALL_CHECKS,
): Promise<Verification> {
  const applying = checks
    .map(check => ({
      ...check,
      files: workspace.files.filter(file => check.applies(file)),
    }))
    .filter(({ files }) => files.length > 0);
  // some of them work in threads of their own
  const found = await Promise.all(
    applying.map(async ({ name, find, files }) =>
      (await find(files)).map(finding => ({ ...finding, check: name })),
    ),
  );
  return {
    checked: applying.map(({ name, title, files }) => ({
      check: name,
      title,
      files: files.length,
    })),
    notChecked: uncheckedOf(workspace),
    findings: found
      .flat()
      .sort(
        (a, b) =>
          rank(a) - rank(b) ||
          a.file.localeCompare(b.file, 'en') ||
          (a.line ?? 0) - (b.line ?? 0),
      ),
  };
}

function rank({ severity }: VerifyFinding): number {
  return severity === 'error' ? 0 : 1;
}
