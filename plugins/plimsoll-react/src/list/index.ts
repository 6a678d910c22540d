export * from './PageStack';
export * from './ListFilters';
export * from './PagedRows';
export * from './RowCards';
export * from './NoMatch';
export * from './useAddressQuery';
