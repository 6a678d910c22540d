import type { Deployment, Incident } from '@plimsoll/plugin-stability-common';

/** Deployments and incidents by id, so that one can name the other. */
export interface FactIndex {
  deployments: ReadonlyMap<string, Deployment>;
  incidents: ReadonlyMap<string, Incident>;
}

export function factIndex(options: {
  deployments?: readonly Deployment[];
  incidents?: readonly Incident[];
}): FactIndex {
  const { deployments = [], incidents = [] } = options;
  return {
    deployments: new Map(deployments.map(one => [one.id, one])),
    incidents: new Map(incidents.map(one => [one.id, one])),
  };
}
