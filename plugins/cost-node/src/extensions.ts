import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { BillSource } from './BillSource';
import type { ClusterShareSource } from './ClusterShareSource';
import type { UseEvidenceSource } from './UseEvidenceSource';

/** One of the kinds of sources, made from its part of `cost.sources`. @public */
export type CostSource =
  | { kind: 'bill'; source: BillSource }
  | { kind: 'cluster'; source: ClusterShareSource }
  | { kind: 'use'; source: UseEvidenceSource };

/** Makes the sources of one `type` in `cost.sources`. @public */
export interface CostSourceFactory {
  /** Value of `cost.sources.<name>.type`. */
  readonly type: string;
  /** @throws InputError that names the key in app-config and the mend */
  create(options: { name: string; config: Config }): CostSource;
}

/** Where modules bring sources for other engines and vendors. @public */
export interface CostSourcesExtensionPoint {
  addFactory(factory: CostSourceFactory): void;
}

/** @public */
export const costSourcesExtensionPoint =
  createExtensionPoint<CostSourcesExtensionPoint>({ id: 'cost.sources' });
