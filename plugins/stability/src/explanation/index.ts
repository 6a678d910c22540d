export { DeploymentContent } from './DeploymentContent';
export { MetricExplanationContent } from './MetricExplanationContent';
