import { seedOf, uniform } from '../noise/uniform';
import { CHANGE_TITLES } from './changeTitles';
import { commitSha } from './commitSha';
import type { Change, Release } from './Release';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Half of the changes are live within so many hours after their commit. */
const USUAL_LEAD_HOURS = 3.2;

const { floor, max, min } = Math;

/** @see makeRelease */
export interface ReleasePlan {
  service: string;
  version: string;
  /** Unix milliseconds. */
  startedAt: number;
  /** Seconds that the rollout takes. */
  seconds?: number;
  /** Of its main change; any title by default. */
  title?: string;
  /** Number of its main pull request. */
  number: number;
  /** Pull requests in it, the main one included; one to `atMost` by default. */
  changes?: number;
  /** 4 by default. */
  atMost?: number;
  /** Hours from the commit of the main one until it is live. */
  leadHours?: number;
  hotfix?: boolean;
  reverts?: number;
}

/** A release with its pull requests; what the plan leaves open is made up. */
export function makeRelease(plan: ReleasePlan): Release {
  const { service, version, startedAt, number, hotfix } = plan;
  const seed = seedOf(`${service} ${version}`);
  const any = (place: number) => uniform(seed, place);
  const seconds = plan.seconds ?? 100 + floor(any(1) * 320);
  const endedAt = startedAt + seconds * 1000;
  const count = plan.changes ?? 1 + floor(any(2) * (plan.atMost ?? 4));
  const changes = Array.from({ length: count }, (_, index): Change => {
    const isMain = index === count - 1;
    const mergedAt = startedAt - (9 + 7 * (count - 1 - index)) * MINUTE;
    const hours =
      (isMain && plan.leadHours) || usualLead(any(10 + index), hotfix);
    const title =
      (isMain && plan.title) ||
      CHANGE_TITLES[floor(any(40 + index) * CHANGE_TITLES.length)];
    return {
      sha: commitSha(`${service} ${version} ${index}`),
      number: number - (count - 1 - index),
      title,
      branch: branchOf(title, isMain && hotfix),
      // nobody merges what was written a minute ago
      committedAt: min(endedAt - hours * HOUR, mergedAt - 4 * MINUTE),
      mergedAt,
      ...(isMain && plan.reverts && { reverts: plan.reverts }),
    };
  });
  const head = changes[changes.length - 1];
  return {
    service,
    version,
    sha: head.sha,
    title: `${head.title} (#${head.number})`,
    startedAt,
    endedAt,
    changes,
    ...(hotfix && { hotfix }),
  };
}

/** Hours: half of them below the usual, nine in ten within about a day. */
function usualLead(noise: number, hotfix: boolean | undefined): number {
  const spread = (noise / (1.001 - noise)) ** 0.95;
  return min(80, max(0.5, hotfix ? 0 : USUAL_LEAD_HOURS * spread));
}

function branchOf(title: string, hotfix: boolean | undefined): string {
  const words = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${hotfix ? 'hotfix' : 'feature'}/${words}`;
}
