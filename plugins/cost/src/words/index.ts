export type { Voice } from './Voice';
export { useVoice } from './useVoice';
export { dayOf, dayStart, dayText, monthText, spanText } from './dayText';
export { changeFigure, changeText, isNotable } from './changeText';
export { isAlone } from './isAlone';
export { unitCostGround } from './unitCostGround';
export { unitName } from './unitName';
export { restatedTexts } from './restatedTexts';
export { proofEntries } from './proofEntries';
