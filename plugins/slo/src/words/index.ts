export { useWords } from './useWords';
export type { Words } from './useWords';
export { burnWindowText } from './burnWindowText';
export { refName } from './refName';
export { targetText } from './targetText';
export { durationText } from './windowText';
export { zoneName } from './zoneName';
