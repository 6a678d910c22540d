export * from './CodeBlock';
export * from './CopyButton';
