export * from './AccentLink';
