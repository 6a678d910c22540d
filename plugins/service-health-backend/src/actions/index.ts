export { createDeploymentImpactAction } from './createDeploymentImpactAction';
export { createListServicesAction } from './createListServicesAction';
