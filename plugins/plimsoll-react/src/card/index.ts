export * from './CardFrame';
export * from './CardList';
export * from './FigureRow';
export * from './CardFooter';
