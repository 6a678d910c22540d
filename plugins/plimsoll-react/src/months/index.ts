export * from './MonthStrip';
