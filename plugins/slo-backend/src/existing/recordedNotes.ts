import type { Explanation, RuleOrigin } from '@plimsoll/plugin-slo-common';
import type { KnownDefinition } from '../objectives/CatalogObjective';

/**
 * What a reader must know of numbers that are read off the rules of another
 * tool: whose they are, and what such series can tell.
 */
export function recordedNotes(options: {
  /** Absent for a document of the catalog, of which there is nothing to say. */
  origin: RuleOrigin | undefined;
  definition: Pick<KnownDefinition, 'unit'>;
}): Explanation['notes'] {
  const { origin, definition } = options;
  if (!origin) {
    return [];
  }
  return [
    { code: `recorded-${origin}` },
    ...(definition.unit === 'slices'
      ? [{ code: 'recorded-equal-weight' }, { code: 'recorded-gaps' }]
      : [{ code: 'recorded-rates' }]),
    { code: 'recorded-smooth' },
  ];
}
