export { burnThresholds } from './burnThresholds';
export { figureText, headlineFigure } from './figureText';
export { useFigures } from './useFigures';
