export * from './ExplainedNumber';
export * from './ExplainLayout';
