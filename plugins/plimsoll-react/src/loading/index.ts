export * from './ComingCard';
export * from './useLoaded';
