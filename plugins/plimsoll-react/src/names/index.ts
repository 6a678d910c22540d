export * from './refName';
export * from './entityName';
