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
  const { entityRef, version } = service;
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
    state: stateOf(pullRequest),
    ...(pullRequest && { pullRequest: shownOf(pullRequest) }),
  };
}

/** What was merged shows as soon as the catalog has read it. */
function stateOf(pullRequest: KeptPullRequest | undefined) {
  if (!pullRequest) {
    return 'available';
  }
  return pullRequest.state === 'closed' ? 'snoozed' : 'open';
}
