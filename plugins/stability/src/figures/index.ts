export { FigureStrip } from './FigureStrip';
export { FigureTrend } from './FigureTrend';
export { bandText } from './bandText';
export { findFigure } from './findFigure';
export { grounds } from './grounds';
export { headline } from './headline';
export type { Headline } from './headline';
export { targetText } from './targetText';
export { windowText } from './windowText';
