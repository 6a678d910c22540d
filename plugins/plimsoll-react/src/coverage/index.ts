export * from './CoverageStrip';
