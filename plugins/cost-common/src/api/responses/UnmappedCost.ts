import type { Amount } from './Amount';

/** `GET /unmapped`, dearest first; needs `cost.total.read`. @public */
export interface UnmappedCost {
  /** What the charges have in common. */
  by: 'tag' | 'resource' | 'product' | 'sub-account';
  name: string;
  value: string;
  total: Amount;
  rows: number;
  product?: string;
  /** Services that it may belong to, likeliest first. */
  proposals: Array<{ entityRef: string; title: string; because: string }>;
  /** For the wizard: annotation that would map it. */
  annotation: { key: string; value: string };
}

/** `POST /unmapped/preview`. @public */
export interface MappingPreview {
  total: Amount;
  days: number;
  charges: number;
  annotation: { key: string; value: string };
}
