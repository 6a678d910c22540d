export { FaultLines } from './FaultLines';
export { FaultText } from './FaultText';
export { ReasonText } from './ReasonText';
export { SourceNotice } from './SourceNotice';
