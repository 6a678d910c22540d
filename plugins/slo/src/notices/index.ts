export { DemoBadge } from './DemoBadge';
export { RefreshNotice } from './RefreshNotice';
export { SourceNotice } from './SourceNotice';
