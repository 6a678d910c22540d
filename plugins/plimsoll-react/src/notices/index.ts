export * from './DemoBadge';
export * from './RefreshNotice';
