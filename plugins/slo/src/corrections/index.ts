export { CorrectionsSection } from './CorrectionsSection';
export { rawFigureText } from './rawFigureText';
