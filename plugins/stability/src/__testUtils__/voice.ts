import { useVoice, type Voice } from '../words';
import { renderWords } from './renderWords';
import { speakBritish } from './speakBritish';

/** A Briton's words and figures. */
export function voice(): Voice {
  speakBritish();
  return renderWords(useVoice);
}
