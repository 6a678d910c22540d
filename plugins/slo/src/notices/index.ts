export { DemoBadge } from './DemoBadge';
export { FaultLines } from './FaultLines';
export { RefreshNotice } from './RefreshNotice';
export { SourceNotice } from './SourceNotice';
