export * from './useOptionalRoute';
export * from './useEntityPath';
