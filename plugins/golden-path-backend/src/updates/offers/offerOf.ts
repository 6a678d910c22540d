import {
  compareVersions,
  isVersion,
  type UpdateOffer,
} from '@plimsoll/plugin-golden-path-common';
import { notesBetween } from '../versions/VersionNotes';
import type { KnownTemplate } from './KnownTemplate';
import { type KeptPullRequest, shownOf } from './PullRequestStore';

/** What the catalog knows of how a service was made. */
export interface MadeService {
  entityRef: string;
  /** Ref of its Template entity. */
  template: string;
  version?: string;
}

/** Whether there is something newer for a service. */
export function offerOf(options: {
  service: MadeService;
  template: KnownTemplate | undefined;
  /** Of the newest version. */
  pullRequest?: KeptPullRequest;
}): UpdateOffer {
  const { service, template, pullRequest } = options;
  const { entityRef } = service;
  const version = versionOf(service, pullRequest);
  const name = service.template.split('/').pop() ?? service.template;
  const offer = {
    entityRef,
    template: {
      ref: service.template,
      name,
      title: template?.title ?? name,
    },
    ...(version && { version }),
    ...(template && { newest: template.newest }),
    changes: [],
  };
  if (!template) {
    return { ...offer, state: 'unknown', why: 'template-not-read' };
  }
  if (!isVersion(version)) {
    return { ...offer, state: 'unknown', why: 'no-version' };
  }
  if (compareVersions(version, template.newest) >= 0) {
    return { ...offer, state: 'current' };
  }
  const changes = notesBetween({
    notes: template.notes,
    from: version,
    to: template.newest,
  })
    .map(note => ({ version: note.version, changes: note.changes }))
    .reverse();
  return {
    ...offer,
    changes,
    ...(isReverted(pullRequest)
      ? { state: 'available' }
      : {
          state: stateOf(pullRequest),
          ...(pullRequest && { pullRequest: shownOf(pullRequest) }),
        }),
  };
}

/**
 * Of the catalog, or of the lock where an update is merged that could not change
 * the catalog's file: the team had written in the same lines.
 */
function versionOf(
  { version }: MadeService,
  pullRequest: KeptPullRequest | undefined,
): string | undefined {
  const { state, written } = pullRequest ?? {};
  const isLater =
    state === 'merged' &&
    isVersion(written) &&
    (!isVersion(version) || compareVersions(written, version) > 0);
  return isLater ? written : version;
}

/** It was merged, but the lock is that of an older version. */
function isReverted(pullRequest: KeptPullRequest | undefined): boolean {
  const { state, written, version = '' } = pullRequest ?? {};
  return (
    state === 'merged' &&
    isVersion(written) &&
    compareVersions(written, version) < 0
  );
}

/** What was merged shows as soon as the catalog or the lock is read. */
function stateOf(pullRequest: KeptPullRequest | undefined) {
  if (!pullRequest) {
    return 'available';
  }
  return pullRequest.state === 'closed' ? 'snoozed' : 'open';
}
