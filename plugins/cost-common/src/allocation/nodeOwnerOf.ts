import type { NodeUse } from '../use/NodeUse';
import type { MappingIndex } from './MappingIndex';
import type { NodeOwner } from './NodeShares';

/**
 * Whose pods these are: the first label that names a service, then the
 * namespace (as a label of that name).
 */
export function nodeOwnerOf(options: {
  use: Pick<NodeUse, 'owner'>;
  index: MappingIndex;
  labels: readonly string[];
}): NodeOwner {
  const { owner } = options.use;
  if (owner.kind !== 'workload') {
    return owner.kind;
  }
  const found = [...options.labels, 'namespace']
    .map(label => {
      const value =
        owner.labels[label] ??
        (label === 'namespace' ? owner.namespace : undefined);
      return value ? options.index.labelled(label, value) : undefined;
    })
    .find(entityRef => entityRef !== undefined);
  return found === undefined ? 'unallocated' : { entityRef: found };
}
