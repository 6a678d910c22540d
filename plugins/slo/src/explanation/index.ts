export { ExplanationContent } from './ExplanationContent';
export { useExplainDrawer } from './useExplainDrawer';
