export { burnThresholds } from './burnThresholds';
export { firingPairs, shownBurnWindow } from './shownBurn';
export { figureText } from './figureText';
export {
  headlineBudget,
  headlineFigure,
  shownRemaining,
  showsProjection,
} from './headline';
export { useFigures } from './useFigures';
