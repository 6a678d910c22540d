export * from './useMediaQuery';
export * from './useElementWidth';
