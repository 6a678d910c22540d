export { BudgetText } from './BudgetText';
export { DeploymentLink } from './DeploymentLink';
export { DeploymentsCard } from './DeploymentsCard';
export { medianLead } from './medianLead';
