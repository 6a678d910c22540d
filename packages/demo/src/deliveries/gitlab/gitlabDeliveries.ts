import { DateTime } from 'luxon';
import { recordNumber } from '../../releases/commitSha';
import type { Change, Release } from '../../releases/Release';
import type { ServiceProfile } from '../../releases/ServiceProfile';
import { SHOP_ZONE } from '../../time/constants';
import { type Delivery, DELAY_MS } from '../Delivery';
import { guid } from '../guid';

/** GitLab writes local time and its offset, which is no ISO 8601. */
function gitlabTime(at: number): string {
  return DateTime.fromMillis(at, { zone: SHOP_ZONE }).toFormat(
    'yyyy-MM-dd HH:mm:ss ZZZ',
  );
}

function projectOf(repository: string) {
  return {
    id: recordNumber(repository) % 1e6,
    path_with_namespace: repository,
    default_branch: 'main',
    web_url: `https://gitlab.shopkart.example/${repository}`,
  };
}

function hook(event: string, at: number, payload: object): Delivery {
  const body = JSON.stringify(payload);
  return {
    door: 'gitlab',
    at: at + DELAY_MS,
    headers: {
      'x-gitlab-event': event,
      'x-gitlab-event-uuid': guid(`${event} ${body}`),
      'idempotency-key': guid(`${event} ${body}`),
    },
    body,
  };
}

/** What GitLab tells of one deployment to production. */
export function gitlabDeployments(options: {
  release: Release;
  profile: ServiceProfile;
}): Delivery[] {
  const { release, profile } = options;
  const { service, version, sha, title, startedAt, endedAt, badEnd } = release;
  const project = projectOf(profile.repository);
  const id = recordNumber(`${service} ${version} ${startedAt}`) % 1e8;
  const status = (name: string, at: number) =>
    hook('Deployment Hook', at, {
      object_kind: 'deployment',
      status: name,
      status_changed_at: gitlabTime(at),
      deployment_id: id,
      deployable_id: id + 3,
      deployable_url: `${project.web_url}/-/jobs/${id + 3}`,
      environment: 'production',
      environment_tier: 'production',
      environment_slug: 'production',
      project,
      ref: version,
      short_sha: sha.slice(0, 8),
      commit_url: `${project.web_url}/-/commit/${sha}`,
      commit_title: title,
    });
  return [
    status('running', startedAt),
    status(badEnd ? 'failed' : 'success', endedAt),
  ];
}

/** What GitLab tells when merge requests reach the main branch. */
export function gitlabChanges(options: {
  changes: readonly Change[];
  profile: ServiceProfile;
}): Delivery[] {
  const project = projectOf(options.profile.repository);
  return options.changes.map(change => {
    const { sha, number, title, branch, committedAt, mergedAt } = change;
    return hook('Merge Request Hook', mergedAt, {
      object_kind: 'merge_request',
      project,
      object_attributes: {
        iid: number,
        action: 'merge',
        state: 'merged',
        title,
        description: '',
        url: `${project.web_url}/-/merge_requests/${number}`,
        source_branch: branch,
        target_branch: 'main',
        updated_at: gitlabTime(mergedAt),
        merge_commit_sha: sha,
        last_commit: {
          id: sha,
          timestamp: new Date(committedAt).toISOString(),
        },
      },
      labels: [],
    });
  });
}
