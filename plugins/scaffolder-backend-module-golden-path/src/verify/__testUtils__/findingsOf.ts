import type { Check } from '../Check';
import { verifyWorkspace } from '../verifyWorkspace';

/**
 * What a check says of files, as `severity file:line message`, by the same way
 * that the action goes.
 */
export async function findingsOf(
  check: Check,
  contents: Record<string, string>,
): Promise<string[]> {
  const files = Object.entries(contents).map(([path, text]) => ({
    path,
    text,
  }));
  const { findings } = await verifyWorkspace({ files, unread: [] }, [check]);
  return findings.map(
    ({ severity, file, line, message }) =>
      `${severity} ${file}${line === undefined ? '' : `:${line}`} ${message}`,
  );
}
