import { uniform } from './uniform';

const { floor } = Math;

/**
 * Noise that wanders: straight lines between one random value per whole place.
 *
 * @param place - need not be whole
 * @returns 0 <= value < 1, 0.5 on average
 */
export function drift(seed: number, place: number): number {
  const before = floor(place);
  const from = uniform(seed, before);
  return from + (uniform(seed, before + 1) - from) * (place - before);
}
