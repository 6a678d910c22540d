export { burnThresholds } from './burnThresholds';
export { figureText } from './figureText';
export {
  headlineBudget,
  headlineFigure,
  shownRemaining,
  showsProjection,
} from './headline';
export { useFigures } from './useFigures';
