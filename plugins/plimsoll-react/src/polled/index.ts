export * from './usePolled';
export * from './useNow';
