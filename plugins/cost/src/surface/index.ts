export { InsteadOfTable, TableCard } from './TableCard';
export { FigureTile, FigureTiles } from './FigureTiles';
export { TextButton } from './TextButton';
