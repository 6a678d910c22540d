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
  /**
   * For the wizard: annotation that would map it. Absent where none can, and a
   * rule of `cost.allocation.rules` must.
   */
  annotation?: { key: string; value: string };
}

/** `POST /unmapped/preview`. @public */
export interface MappingPreview {
  total: Amount;
  days: number;
  charges: number;
  annotation: { key: string; value: string };
  /**
   * Others that claim the same, as far as the caller may see them: what
   * several claim is nobody's. Absent where nobody does.
   */
  contestedBy?: string[];
}
