import { speakBritish } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { useVoice, type Voice } from '../words';
import { renderWords } from './renderWords';

/** A Briton's words and figures. */
export function voice(): Voice {
  speakBritish();
  return renderWords(useVoice);
}
