export * from './useListPages';
export * from './useDelayed';
