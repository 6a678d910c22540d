export { ObjectivePanel } from './ObjectivePanel';
