export { GateDecisions } from './GateDecisions';
