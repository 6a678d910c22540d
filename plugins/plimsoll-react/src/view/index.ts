export * from './describeError';
export * from './ErrorMessage';
export * from './LoadingRows';
export * from './ViewMessage';
export * from './NoPermission';
export * from './SetUpMessage';
export * from './FirstSteps';
export * from './ReadState';
