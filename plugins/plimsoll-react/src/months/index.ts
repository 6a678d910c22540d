export * from './MonthStrip';
export { isMonthInPart } from './isMonthInPart';
