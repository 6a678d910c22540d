export { deploymentMarks, incidentMarks } from './markerSources';
