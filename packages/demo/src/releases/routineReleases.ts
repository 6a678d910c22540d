import { seedOf, uniform } from '../noise/uniform';
import { shopInstant } from '../time/shopInstant';
import { makeRelease, type ReleasePlan } from './makeRelease';
import type { Release } from './Release';
import type { ServiceProfile } from './ServiceProfile';

const { floor } = Math;

const WORKING_DAYS = 25;
const MINUTES_OF_WORK = 7 * 60;
/** Cycle 0 comes after so many others, so that versions never get below 0. */
const EARLIER_CYCLES = 60;
/** Releases of one minor version. */
const PATCHES = 3;
/** Pull requests of one release, at most. */
const NUMBERS = 5;

/** A release whose day is told by a story. */
export interface FixedRelease
  extends Pick<ReleasePlan, 'title' | 'changes' | 'seconds'> {
  /** Of the cycle, 0 is the first Monday. */
  day: number;
  /** `HH:MM` */
  clock: string;
}

/**
 * One service's releases of a cycle: spread over its working days, some of
 * them where a story needs them. Versions go on from cycle to cycle.
 */
export function routineReleases(options: {
  profile: ServiceProfile;
  cycle: number;
  fixed?: readonly FixedRelease[];
}): Release[] {
  const { profile, cycle, fixed = [] } = options;
  const { service, major } = profile;
  const plans = [
    ...Array.from({ length: profile.releases }, (_, index) => ({
      startedAt: anyTime(profile, cycle, index),
    })),
    ...fixed.map(({ day, clock, ...rest }) => ({
      ...rest,
      startedAt: shopInstant(cycle, day, clock),
    })),
  ].sort((one, other) => one.startedAt - other.startedAt);
  const before = (EARLIER_CYCLES + cycle) * plans.length;
  return plans.map((plan, index) => {
    const place = before + index;
    const minor = floor(place / PATCHES);
    return makeRelease({
      ...plan,
      service,
      version: `v${major}.${minor}.${place % PATCHES}`,
      number: (place + 1) * NUMBERS,
    });
  });
}

/** A moment of a working day; those of one service lie in order. */
function anyTime(
  { service, releases }: ServiceProfile,
  cycle: number,
  index: number,
): number {
  const noise = uniform(seedOf(service), cycle * 1_000 + index);
  const place = ((index + 0.7 * noise) / releases) * WORKING_DAYS;
  const workingDay = floor(place);
  const day = floor(workingDay / 5) * 7 + (workingDay % 5);
  const minutes = floor((place - workingDay) * MINUTES_OF_WORK);
  const hour = String(9 + floor(minutes / 60)).padStart(2, '0');
  const minute = String(minutes % 60).padStart(2, '0');
  const second = String(floor(noise * 6_000) % 60).padStart(2, '0');
  return shopInstant(cycle, day, `${hour}:${minute}:${second}`);
}
