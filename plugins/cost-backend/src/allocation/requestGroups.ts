import type { AllocationFacts } from '@plimsoll/plugin-cost-common';

/** Services that share something by their requests; all that there are without refs. */
export interface RequestGroup {
  refs?: readonly string[];
}

/** Who shares what by requests: pools, and resources that services depend on. */
export function requestGroups(
  facts: Pick<AllocationFacts, 'pools' | 'dependencies' | 'services'>,
): RequestGroup[] {
  const { pools = [], dependencies = [], services = [] } = facts;
  const consumers = new Map<string, string[]>();
  for (const { resourceRef, consumerRef, key } of dependencies) {
    if (key === 'requests') {
      const known = consumers.get(resourceRef) ?? [];
      consumers.set(resourceRef, [...known, consumerRef]);
    }
  }
  return [
    ...pools
      .filter(({ key }) => key === 'requests')
      .map(({ members, except = [] }): RequestGroup => {
        const isIn = (ref: string) => !except.includes(ref);
        return members || except.length > 0
          ? { refs: (members ?? services).filter(isIn) }
          : {};
      }),
    ...[...consumers.values()].map((refs): RequestGroup => ({ refs })),
  ];
}
