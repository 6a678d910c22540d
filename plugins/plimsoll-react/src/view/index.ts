export * from './describeError';
export * from './ErrorMessage';
export * from './LoadingRows';
export * from './ViewMessage';
