export * from './ObjectiveState';
export * from './StateChip';
export * from './StateIcon';
