import { LOCK_FILE } from '@plimsoll/plugin-golden-path-common';
import type { RenderedPreview } from './RenderedPreview';

/** The same answers with another promise in every number of it. */
export function withOtherPromise(
  answers: Record<string, unknown>,
): Record<string, unknown> {
  return {
    ...answers,
    availability: answers.availability === 99 ? 99.5 : 99,
    latencyP95Ms: answers.latencyP95Ms === 400 ? 500 : 400,
    latencyP99Ms: answers.latencyP99Ms === 2000 ? 1000 : 2000,
    errorRatePercent: answers.errorRatePercent === 2 ? 3 : 2,
  };
}

/**
 * Paths of the files that another promise makes another file of. The lock, in
 * which every answer stands, is left out.
 */
export function changedPaths(
  one: RenderedPreview,
  other: RenderedPreview,
): Set<string> {
  const before = new Map(one.files.map(({ path, sha256 }) => [path, sha256]));
  return new Set(
    other.files
      .filter(
        ({ path, sha256 }) => path !== LOCK_FILE && before.get(path) !== sha256,
      )
      .map(({ path }) => path),
  );
}
