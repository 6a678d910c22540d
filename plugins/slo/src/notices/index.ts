export { DemoBadge } from './DemoBadge';
export { FaultLines } from './FaultLines';
export { FaultText } from './FaultText';
export { ReasonText } from './ReasonText';
export { RefreshNotice } from './RefreshNotice';
export { SourceNotice } from './SourceNotice';
