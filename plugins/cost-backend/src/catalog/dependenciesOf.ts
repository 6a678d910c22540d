import {
  type Entity,
  parseEntityRef,
  RELATION_DEPENDS_ON,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CostDependency } from '@plimsoll/plugin-cost-common';
import { WEIGHT_ANNOTATION } from './annotations';
import { listItems } from './listItems';

/**
 * Who depends on which resource, and by what its cost is shared. A service
 * that depends on another service pays nothing for it: that one has a page and
 * a budget of its own.
 */
export function dependenciesOf(options: {
  entities: readonly Entity[];
}): CostDependency[] {
  const splits = new Map(
    options.entities
      .filter(isResource)
      .map(entity => [stringifyEntityRef(entity), splitOf(entity)]),
  );
  return options.entities.flatMap(entity => {
    const consumerRef = stringifyEntityRef(entity);
    const targets = (entity.relations ?? [])
      .filter(({ type }) => type === RELATION_DEPENDS_ON)
      .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'))
      .filter(ref => splits.has(ref) && ref !== consumerRef);
    return [...new Set(targets)].map(resourceRef => {
      const { key, weights } = splits.get(resourceRef) ?? {};
      const weight = weights?.get(consumerRef);
      return {
        resourceRef,
        consumerRef,
        ...(weight !== undefined && { weight }),
        ...(key && { key }),
      };
    });
  });
}

function isResource(entity: Entity): boolean {
  return entity.kind.toLocaleLowerCase('en-US') === 'resource';
}

interface ResourceSplit {
  key?: 'even' | 'requests';
  /** By ref of the consumer. */
  weights?: Map<string, number>;
}

function splitOf(entity: Entity): ResourceSplit {
  const text = entity.metadata.annotations?.[WEIGHT_ANNOTATION]?.trim();
  if (text === 'even' || text === 'requests') {
    return { key: text };
  }
  const defaultNamespace = entity.metadata.namespace ?? 'default';
  const weights = new Map<string, number>();
  for (const item of listItems(text)) {
    const [name, value] = item.split('=').map(part => part.trim());
    const weight = Number(value);
    const ref = refOf(name, defaultNamespace);
    if (ref && value && weight >= 0 && Number.isFinite(weight)) {
      weights.set(ref, weight);
    }
  }
  return weights.size > 0 ? { weights } : {};
}

function refOf(name: string, defaultNamespace: string): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(name, { defaultKind: 'component', defaultNamespace }),
    );
  } catch {
    return undefined;
  }
}
