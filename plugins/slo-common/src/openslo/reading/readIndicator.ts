import type { InlineIndicator } from '../SloDocument';
import type { Place } from './Place';
import { readInlineMetadata } from './readMetadata';
import { readSliSpec } from './readSliSpec';

/** The indicator of a spec or of one objective, written there or named. */
export interface IndicatorChoice {
  indicator?: InlineIndicator;
  indicatorRef?: string;
}

/** Whether the holder has an indicator of its own. */
export function hasIndicator(holder: Place): boolean {
  return holder.at('indicator').isSet || holder.at('indicatorRef').isSet;
}

/** Reads `indicator` or `indicatorRef`; having both is a fault. */
export function readIndicator(holder: Place): IndicatorChoice {
  const [inline, ref] = [holder.at('indicator'), holder.at('indicatorRef')];
  if (inline.isSet && ref.isSet) {
    ref.fault(
      'does not go with indicator; keep the name, or what is written in place',
    );
  }
  const indicator = inline.ifSet(readInline);
  const indicatorRef = ref.ifSet(p =>
    p.dnsLabel({ mend: 'write the metadata.name of an SLI' }),
  );
  return {
    ...(indicator && { indicator }),
    ...(indicatorRef !== undefined && { indicatorRef }),
  };
}

function readInline(place: Place): InlineIndicator {
  place.object(['metadata', 'spec'], {
    mend: 'write metadata and spec, as in an SLI, or use indicatorRef',
  });
  return {
    metadata: readInlineMetadata(place.at('metadata')),
    spec: readSliSpec(place.at('spec')),
  };
}
