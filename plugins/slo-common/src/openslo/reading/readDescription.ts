import type { Place } from './Place';

/** OpenSLO's own limit, in characters. */
const MAX_DESCRIPTION = 1050;

/** The `description` of any spec. */
export function readDescription(spec: Place): { description?: string } {
  const description = spec
    .at('description')
    .ifSet(place =>
      place.anyText({ mend: 'write text', max: MAX_DESCRIPTION }),
    );
  return description === undefined ? {} : { description };
}
