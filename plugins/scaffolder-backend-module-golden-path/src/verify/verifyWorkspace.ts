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
  const checked: Verification['checked'] = [];
  const findings: VerifyFinding[] = [];
  for (const check of checks) {
    const files = workspace.files.filter(file => check.applies(file));
    if (files.length) {
      const { name, title } = check;
      checked.push({ check: name, title, files: files.length });
      findings.push(
        ...(await check.find(files)).map(finding => ({
          ...finding,
          check: name,
        })),
      );
    }
  }
  return {
    checked,
    notChecked: uncheckedOf(workspace),
    findings: findings.sort(
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
