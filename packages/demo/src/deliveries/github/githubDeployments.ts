import { recordNumber } from '../../releases/commitSha';
import type { Release } from '../../releases/Release';
import type { ServiceProfile } from '../../releases/ServiceProfile';
import type { Delivery } from '../Delivery';
import { githubEvent, githubTime, githubUrl } from './githubEvent';

const MINUTE = 60_000;

/** What GitHub tells of one deployment to one environment. */
export function githubDeployments(options: {
  release: Release;
  profile: Pick<ServiceProfile, 'repository' | 'folder'>;
  environment?: 'production' | 'staging';
}): Delivery[] {
  const { release, profile, environment = 'production' } = options;
  const { repository } = profile;
  const isStaging = environment === 'staging';
  const early = isStaging ? 8 * MINUTE : 0;
  const startedAt = release.startedAt - early;
  const endedAt = isStaging ? startedAt + 3 * MINUTE : release.endedAt;
  const deployment = deploymentOf({ ...options, startedAt, environment });
  const run = Number(release.batch ?? deployment.id + 7);
  const status = (state: string, at: number, step: number) =>
    githubEvent({
      event: 'deployment_status',
      repository,
      at,
      payload: {
        action: 'created',
        deployment_status: {
          id: deployment.id * 10 + step,
          state,
          environment,
          description: (step > 1 && release.badEnd?.reason) || '',
          created_at: githubTime(at),
          updated_at: githubTime(at),
          target_url: `${githubUrl(repository)}/actions/runs/${run}`,
          log_url: `${githubUrl(repository)}/actions/runs/${run}`,
        },
        deployment,
        workflow_run: { id: run, name: 'Deploy', head_branch: 'main' },
      },
    });
  const isGood = isStaging || !release.badEnd;
  return [
    status('in_progress', startedAt, 1),
    status(isGood ? 'success' : 'failure', endedAt, 2),
  ];
}

function deploymentOf(options: {
  release: Release;
  profile: Pick<ServiceProfile, 'repository' | 'folder'>;
  environment: string;
  startedAt: number;
}) {
  const { release, profile, environment, startedAt } = options;
  const { service, version, sha, title, rollback, hotfix } = release;
  return {
    id:
      recordNumber(`${service} ${version} ${startedAt} ${environment}`) % 1e10,
    sha,
    ref: version,
    task: rollback ? 'rollback' : 'deploy',
    payload: {
      ...(profile.folder && { service: `component:default/${service}` }),
      ...(hotfix && { hotfix }),
    },
    environment,
    original_environment: environment,
    production_environment: environment === 'production',
    transient_environment: false,
    description: title,
    created_at: githubTime(startedAt),
    updated_at: githubTime(startedAt),
  };
}
