import { incidentsOf } from '../incidents/incidentsOf';
import { profileOf } from '../releases/profiles';
import type { Release } from '../releases/Release';
import { releasesOf } from '../releases/releasesOf';
import { alertDeliveries } from './alerts/alertDeliveries';
import { pagerDutyDeliveries } from './alerts/pagerDutyDeliveries';
import { argoCdDeliveries } from './argo/argoCdDeliveries';
import { pausedCanary } from './argo/pausedCanary';
import { rolloutDeliveries } from './argo/rolloutDeliveries';
import {
  cdEventChanges,
  cdEventDeployments,
} from './cdevents/cdEventDeliveries';
import type { Delivery } from './Delivery';
import { disturbed } from './disturbed';
import { githubChanges } from './github/githubChanges';
import { githubDeployments } from './github/githubDeployments';
import { gitlabChanges, gitlabDeployments } from './gitlab/gitlabDeliveries';
import { jenkinsDeliveries } from './jenkins/jenkinsDeliveries';
import { strayDeliveries } from './strayDeliveries';

/** Tested in an environment of its own first. */
const STAGED = new Set(['checkout', 'cart']);

/**
 * Every webhook that ShopKart's tools send in a cycle, in the order of sending.
 * Always the same ones, to the byte.
 */
export function deliveriesOf(cycle: number): Delivery[] {
  const releases = releasesOf(cycle);
  const told = [
    ...releases.flatMap(ofRelease),
    ...incidentsOf(cycle, releases).flatMap(story =>
      story.kind === 'paged'
        ? pagerDutyDeliveries(story)
        : alertDeliveries(story),
    ),
    ...strayDeliveries(cycle),
    ...pausedCanary(cycle),
  ];
  return disturbed(told).sort((one, other) => one.at - other.at);
}

function ofRelease(release: Release): Delivery[] {
  const profile = profileOf(release.service);
  const { changes } = release;
  switch (profile.door) {
    case 'gitlab':
      return [
        ...gitlabChanges({ changes, profile }),
        ...gitlabDeployments({ release, profile }),
      ];
    case 'jenkins':
      return [
        ...gitlabChanges({ changes, profile }),
        ...jenkinsDeliveries({ release, profile }),
      ];
    case 'argocd':
      return [
        ...githubChanges({ changes, profile }),
        ...argoCdDeliveries({ release, profile }),
      ];
    case 'cdevents':
      return [
        ...cdEventChanges({ changes, profile }),
        ...cdEventDeployments(release),
      ];
    default:
      return [
        ...githubChanges({ changes, profile }),
        ...(STAGED.has(release.service) && changes.length > 0
          ? githubDeployments({ release, profile, environment: 'staging' })
          : []),
        ...(release.badEnd?.traffic === undefined
          ? githubDeployments({ release, profile })
          : rolloutDeliveries(release)),
      ];
  }
}
