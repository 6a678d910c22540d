import type { RatioMetric, SliSpec } from '../SliDocument';
import type { Place } from './Place';
import { readDescription } from './readDescription';
import { readMetric } from './readMetric';

const RAW_TYPES = ['success', 'failure'] as const;
const RATIO_FIELDS = ['counter', 'good', 'bad', 'total', 'raw', 'rawType'];

/** The spec of an SLI, of its own or written inside an SLO. */
export function readSliSpec(place: Place): SliSpec {
  place.object(['description', 'thresholdMetric', 'ratioMetric'], {
    mend: 'write a ratioMetric or a thresholdMetric',
  });
  const threshold = place.at('thresholdMetric');
  const ratio = place.at('ratioMetric');
  if (place.isObject && threshold.isSet === ratio.isSet) {
    place.fault(
      threshold.isSet
        ? 'has both a ratioMetric and a thresholdMetric; keep one'
        : 'has no metric; write a ratioMetric or a thresholdMetric',
    );
  }
  const thresholdMetric = threshold.ifSet(readMetric);
  const ratioMetric = ratio.ifSet(readRatioMetric);
  return {
    ...readDescription(place),
    ...(thresholdMetric && { thresholdMetric }),
    ...(ratioMetric && { ratioMetric }),
  };
}

function readRatioMetric(place: Place): RatioMetric {
  place.object(RATIO_FIELDS, {
    mend: 'write total with good or bad, or raw with rawType',
  });
  const counter = place
    .at('counter')
    .ifSet(p => p.boolean({ mend: 'say whether the series only ever grow' }));
  return {
    ...(counter !== undefined && { counter }),
    ...(place.at('raw').isSet ? readRaw(place) : readFraction(place)),
  };
}

function readRaw(place: Place): RatioMetric {
  for (const key of ['good', 'bad', 'total']) {
    place
      .at(key)
      .ifSet(p => p.fault(`does not go with raw; keep raw, or good and total`));
  }
  return {
    raw: readMetric(place.at('raw')),
    rawType: place.at('rawType').oneOf(RAW_TYPES, {
      mend: 'say whether the ratio is of successes or of failures',
    }),
  };
}

function readFraction(place: Place): RatioMetric {
  const [good, bad] = [place.at('good'), place.at('bad')];
  place
    .at('rawType')
    .ifSet(p => p.fault('goes with raw alone; remove it, or write raw'));
  if (place.isObject && good.isSet === bad.isSet) {
    place.fault(
      good.isSet
        ? 'has both good and bad; keep the one that is measured directly'
        : 'has neither good nor bad; write one of them beside total, or raw with rawType',
    );
  }
  const goodMetric = good.ifSet(readMetric);
  const badMetric = bad.ifSet(readMetric);
  return {
    ...(goodMetric && { good: goodMetric }),
    ...(badMetric && { bad: badMetric }),
    total: readMetric(place.at('total')),
  };
}
