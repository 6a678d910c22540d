/** Neighbours that had to be pushed apart: they move as one. */
interface Cluster {
  /** Of the places, each less what stands before it. */
  sum: number;
  count: number;
}

/**
 * Places on an axis that do not lie on each other, as near as can be to where
 * they belong: neighbours that would touch share the way between them. The
 * order stays (isotonic regression by pooling adjacent violators).
 *
 * @param options - `places` ascending; `distances` that each needs from the one
 * before it, none for the first; all in pixels
 * @internal
 */
export function spreadPlaces(options: {
  places: readonly number[];
  distances: readonly number[];
}): number[] {
  const { places, distances } = options;
  const before = [0];
  distances.forEach((distance, index) => before.push(before[index] + distance));
  const clusters: Cluster[] = [];
  places.forEach((place, index) => {
    let cluster: Cluster = { sum: place - before[index], count: 1 };
    let last = clusters.at(-1);
    while (last && meanOf(last) > meanOf(cluster)) {
      clusters.pop();
      cluster = {
        sum: last.sum + cluster.sum,
        count: last.count + cluster.count,
      };
      last = clusters.at(-1);
    }
    clusters.push(cluster);
  });
  return clusters
    .flatMap(cluster =>
      Array.from({ length: cluster.count }, () => meanOf(cluster)),
    )
    .map((place, index) => place + before[index]);
}

function meanOf({ sum, count }: Cluster): number {
  return sum / count;
}
