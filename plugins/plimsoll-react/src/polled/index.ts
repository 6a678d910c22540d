export * from './usePolled';
export * from './useEarlyPolled';
export * from './beginReading';
export * from './isStale';
export * from './useNow';
export * from './shareReading';
