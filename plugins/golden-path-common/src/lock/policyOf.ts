import type { LockFile } from './lockFile';

/** What happens to a file when a newer template comes. @public */
export type FilePolicy = LockFile['files'][string]['policy'];

/** The first that fits decides. */
const POLICIES: ReadonlyArray<readonly [RegExp, FilePolicy]> = [
  // written from other files of the repository: `ci/` and the rules of SLOs
  [/^chart\/alerts\/(slo\.yaml|fleet\/|tests\/slo\.yaml$)/, 'managed'],
  [/^(ci|policies)\//, 'managed'],
  // the team's own from the first commit on
  [/^(src|tests?|app|docs|slo|load-test|migrations)\//, 'once'],
  [/^(README\.md|[^/]*lock[^/]*|.*\.lock)$/, 'once'],
];

/**
 * `managed` is the template's and replaced while nobody changed it, `merge` is
 * merged with what the team made of it, `once` is never touched again.
 *
 * @public
 */
export function policyOf(path: string): FilePolicy {
  return POLICIES.find(([pattern]) => pattern.test(path))?.[1] ?? 'merge';
}
