import type { DeploymentPhase } from '@plimsoll/plugin-stability-common';

/** The deployment that brought the version which a workload is at. */
export interface RunState {
  /** The first revision that was seen with this version: names the run. */
  revision: number;
  environment: string;
  serviceId: string;
  /** Absent while it goes on. */
  ended?: DeploymentPhase;
  /** ISO instant, where the cluster said it. */
  startedAt?: string;
  /** Most that a canary was seen to have, 0..1. */
  traffic?: number;
}

/** What is kept of a workload between two polls. */
export interface WorkloadState {
  uid: string;
  /** The newest revision that was looked at. */
  revision: number;
  /** Key of its version. */
  version: string;
  /** When the cluster last spoke about its progress, ISO instant. */
  progressAt?: string;
  /** Since when it is not there any more, ISO instant. */
  goneAt?: string;
  /** Absent when the version ran before anybody looked. */
  run?: RunState;
  /** Keys of the versions that went live, oldest first; a way back cuts it. */
  line: string[];
  /** Keys of all versions that were seen, newest last. */
  seen: string[];
}

/** Versions that are remembered of one workload. */
const LONGEST = 20;

/** The list with the item as its newest, the oldest forgotten. */
export function remember(list: readonly string[], item: string): string[] {
  return [...list.filter(other => other !== item), item].slice(-LONGEST);
}
