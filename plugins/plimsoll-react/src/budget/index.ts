export * from './BudgetBar';
export * from './BudgetTrend';
export * from './LoadLineMark';
