export { AgeChip } from './AgeChip';
export { staleSince } from './staleSince';
