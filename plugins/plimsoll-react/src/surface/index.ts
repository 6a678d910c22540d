export * from './ChoiceGroup';
export * from './ChoiceSelect';
export * from './numericColumn';
export * from './PlainCard';
export * from './TableSurface';
export * from './TwoLines';
