import { CYCLE_MINUTES } from '../time/cycle';

/**
 * A stretch of the cycle in which a service is not its usual self. What it
 * adds comes on top of the usual.
 */
export interface Episode {
  /** Minutes from the start of the cycle, from `cycleMoment`. */
  from: number;
  /** How long it lasts; it may reach into the next cycle. */
  minutes: number;
  /** Share of the requests that fail, 0..1: always the same, or minute by minute. */
  failing?: number | readonly number[];
  /** Share of the requests that take that long, 0..1. */
  slow?: { share: number; seconds: number };
  /** What is added to a gauge, in its own unit. */
  gauge?: number;
}

/**
 * How many minutes ago the episode began, or `undefined` outside of it.
 *
 * @param position - what `cyclePosition` answers
 */
export function minutesInto(
  episode: Episode,
  position: number,
): number | undefined {
  const since = (position - episode.from + CYCLE_MINUTES) % CYCLE_MINUTES;
  return since < episode.minutes ? since : undefined;
}

/** Share of the requests that fail because of these episodes, 0..1. */
export function failingShare(
  episodes: readonly Episode[],
  position: number,
): number {
  let share = 0;
  for (const episode of episodes) {
    const since = minutesInto(episode, position);
    if (since !== undefined && episode.failing !== undefined) {
      share +=
        typeof episode.failing === 'number'
          ? episode.failing
          : episode.failing[since];
    }
  }
  return share;
}

/** Share of the requests that these episodes make take longer than `seconds`. */
export function slowShare(
  episodes: readonly Episode[],
  position: number,
  seconds: number,
): number {
  let share = 0;
  for (const episode of episodes) {
    const { slow } = episode;
    if (slow && slow.seconds > seconds) {
      share += minutesInto(episode, position) === undefined ? 0 : slow.share;
    }
  }
  return share;
}

/** What these episodes add to a gauge. */
export function gaugeShift(
  episodes: readonly Episode[],
  position: number,
): number {
  let shift = 0;
  for (const episode of episodes) {
    if (minutesInto(episode, position) !== undefined) {
      shift += episode.gauge ?? 0;
    }
  }
  return shift;
}
