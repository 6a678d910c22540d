export * from './ExplainedNumber';
export * from './ExplainDrawer';
export * from './ExplainLayout';
