import type {
  AuditorService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, toError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { stabilityInboxManagePermission } from '@plimsoll/plugin-stability-common';
import type { Request } from 'express';
import type { DirtyServices } from './DirtyServices';

/**
 * Has all retained deliveries read again, by the readers and names of today, and
 * the facts of every service made anew from what was observed, answered and
 * said; while that lasts, the last facts are served. Audited.
 *
 * @returns how many services were marked
 * @throws NotAllowedError when the caller does not manage the inbox
 */
export async function rebuildFacts(options: {
  dirty: DirtyServices;
  readAgain: () => Promise<void>;
  permissions: PermissionsService;
  auditor: AuditorService;
  credentials: BackstageCredentials;
  request: Request<unknown, unknown, unknown, unknown>;
  /** Unix milliseconds. */
  now: number;
}): Promise<{ services: number }> {
  const { dirty, readAgain, permissions, auditor, credentials } = options;
  const { request, now } = options;
  const event = await auditor.createEvent({
    eventId: 'facts-rebuild',
    severityLevel: 'medium',
    request,
  });
  try {
    const [{ result }] = await permissions.authorize(
      [{ permission: stabilityInboxManagePermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not rebuild facts: ask for the permission '${stabilityInboxManagePermission.name}'`,
      );
    }
    await readAgain();
    const services = await dirty.markAll({ now });
    await event.success({ meta: { services } });
    return { services };
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
