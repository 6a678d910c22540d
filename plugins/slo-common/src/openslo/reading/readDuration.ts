import { parseDuration } from '../../window/parseDuration';
import type { Expectation, Place } from './Place';

/** OpenSLO's duration shorthand, as the document writes it. */
export function readDuration(place: Place, expectation: Expectation): string {
  const text = place.text(expectation);
  if (text.trim() !== '' && !isDuration(text)) {
    place.fault(
      `is no duration; write a whole number above zero and one of m (minute), h, d, w, M (month), Q, Y, for instance 30d`,
    );
  }
  return text;
}

function isDuration(text: string): boolean {
  try {
    parseDuration(text);
    return true;
  } catch {
    return false;
  }
}
