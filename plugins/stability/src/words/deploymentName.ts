import type { Deployment } from '@plimsoll/plugin-stability-common';

/** Characters by which a commit or an id is told apart. */
const SHORT = 7;

/** What people call a deployment: its version, or else its commit. */
export function deploymentName(
  deployment: Pick<Deployment, 'id' | 'version' | 'commitSha'>,
): string {
  const { id, version, commitSha } = deployment;
  return version ?? (commitSha ?? id).slice(0, SHORT);
}
