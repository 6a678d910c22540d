import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { sloCheckPermission } from '@plimsoll/plugin-slo-common';

/**
 * Lets pass who may have documents from outside of the catalog checked, and
 * tried.
 *
 * @throws NotAllowedError for everybody else
 */
export async function assertMayCheck(options: {
  permissions: PermissionsService;
  credentials: BackstageCredentials;
}): Promise<void> {
  const { permissions, credentials } = options;
  const [decision] = await permissions.authorize(
    [{ permission: sloCheckPermission }],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You may not check documents: ask for the permission '${sloCheckPermission.name}'`,
    );
  }
}
