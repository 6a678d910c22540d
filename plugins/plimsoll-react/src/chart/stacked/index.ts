export * from './StackedBar';
export * from './StackedBarChart';
export * from './SeriesSwatch';
