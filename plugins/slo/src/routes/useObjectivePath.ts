import { useEntityPath } from '@plimsoll/plugin-plimsoll-react';
import {
  stringifyObjectiveKey,
  type ObjectiveKey,
} from '@plimsoll/plugin-slo-common';

/** @internal */
export interface ObjectivePathOptions extends ObjectiveKey {
  /** Ref of the service. */
  entityRef: string;
  /** Opens the explanation of a figure: `budget.remaining`. */
  explain?: string;
}

/** Paths of services and of their objectives; none without a catalog. */
export interface ObjectivePaths {
  service(entityRef: string): string | undefined;
  tab(entityRef: string): string | undefined;
  objective(options: ObjectivePathOptions): string | undefined;
}

/** Where the tab lies below an entity's page unless app-config moves it. */
const TAB_PATH = '/slos';

export function useObjectivePath(): ObjectivePaths {
  const service = useEntityPath();
  const tab = (entityRef: string) => {
    const path = service(entityRef);
    return path && `${path}${TAB_PATH}`;
  };
  return {
    service,
    tab,
    objective: ({ entityRef, explain, ref, objective }) => {
      const path = tab(entityRef);
      const query = new URLSearchParams({
        objective: stringifyObjectiveKey({ ref, objective }),
        ...(explain && { explain }),
      });
      return path && `${path}?${query}`;
    },
  };
}
