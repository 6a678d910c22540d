export * from './BudgetBar';
export * from './BudgetTrend';
export * from './CorrectedMark';
export * from './LoadLineMark';
