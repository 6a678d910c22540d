export * from './ChoiceGroup';
export * from './numericColumn';
export * from './PlainCard';
export * from './TableSurface';
