export * from './ChoiceGroup';
export * from './PlainCard';
export * from './TableSurface';
