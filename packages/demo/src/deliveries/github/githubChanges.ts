import type { Change } from '../../releases/Release';
import type { ServiceProfile } from '../../releases/ServiceProfile';
import type { Delivery } from '../Delivery';
import { githubEvent, githubTime, githubUrl } from './githubEvent';

/** What GitHub tells when pull requests of a release reach the main branch. */
export function githubChanges(options: {
  changes: readonly Change[];
  profile: ServiceProfile;
}): Delivery[] {
  const { changes, profile } = options;
  return changes.flatMap(change => [
    push(change, profile),
    // a pull request names no folder, so the web team does without
    ...(profile.folder ? [] : [pullRequest(change, profile)]),
  ]);
}

function push(
  change: Change,
  { repository, folder }: ServiceProfile,
): Delivery {
  const { sha, number, title, committedAt, mergedAt, reverts } = change;
  const path = folder ? `${folder}/src/main` : 'src/main';
  return githubEvent({
    event: 'push',
    repository,
    at: mergedAt,
    payload: {
      ref: 'refs/heads/main',
      after: sha,
      commits: [
        {
          id: sha,
          message: reverts
            ? `${title} (#${number})\n\nReverts ${repository}#${reverts}`
            : `${title} (#${number})`,
          timestamp: githubTime(committedAt),
          url: `${githubUrl(repository)}/commit/${sha}`,
          added: [],
          modified: [path],
          removed: [],
        },
      ],
    },
  });
}

function pullRequest(change: Change, { repository }: ServiceProfile): Delivery {
  const { sha, number, title, branch, mergedAt, reverts } = change;
  return githubEvent({
    event: 'pull_request',
    repository,
    at: mergedAt,
    payload: {
      action: 'closed',
      number,
      pull_request: {
        number,
        title,
        body: reverts ? `Reverts ${repository}#${reverts}` : null,
        html_url: `${githubUrl(repository)}/pull/${number}`,
        state: 'closed',
        merged: true,
        merged_at: githubTime(mergedAt),
        merge_commit_sha: sha,
        base: { ref: 'main' },
        head: { ref: branch },
        labels: [],
      },
    },
  });
}
