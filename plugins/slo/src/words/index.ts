export { useWords } from './useWords';
export type { Words } from './useWords';
export { burnWindowText } from './burnWindowText';
export { targetText } from './targetText';
export { durationText, shortWindowText } from './windowText';
export { zoneName } from './zoneName';
