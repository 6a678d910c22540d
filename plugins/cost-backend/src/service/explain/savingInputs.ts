import type { Explained } from './Explained';

/**
 * What a sum of savings is made of, and since when it holds. Nothing before
 * savings were worked out: that none is open would read as nothing to save.
 */
export function savingInputs(options: {
  open: number;
  heldBack: number;
  /** ISO 8601. */
  foundAt?: string;
  more: Explained['inputs'];
}): Explained['inputs'] {
  const { open, heldBack, foundAt, more } = options;
  return foundAt === undefined
    ? []
    : [
        { name: 'open', value: String(open) },
        { name: 'held-back', value: String(heldBack) },
        ...more,
        { name: 'found-at', value: foundAt },
      ];
}
