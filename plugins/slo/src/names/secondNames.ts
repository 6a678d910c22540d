import { refName } from '@plimsoll/plugin-plimsoll-react';
import {
  stringifyObjectiveKey,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';

/**
 * What tells objectives of one service apart that are called the same: the
 * names of their documents, and within one document their own. By key; those
 * that need no second name have none.
 */
export function secondNames(
  objectives: readonly ObjectiveStatus[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const same of groupsOf(
    objectives,
    one => `${one.entityRef} ${one.displayName}`,
  )) {
    for (const document of groupsOf(same, one => one.ref)) {
      for (const one of same.length > 1 ? document : []) {
        const name = refName(one.ref);
        names.set(
          stringifyObjectiveKey(one),
          document.length > 1 ? `${name}#${one.objective}` : name,
        );
      }
    }
  }
  return names;
}

function groupsOf<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  }
  return [...groups.values()];
}
