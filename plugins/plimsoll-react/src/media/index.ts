export * from './useMediaQuery';
