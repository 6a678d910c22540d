/** What a service can be written in. @public */
export const STACKS = ['fastapi', 'spring-boot', 'node'] as const;

/** What a service is written in. @public */
export type Stack = (typeof STACKS)[number];

/** Where a service keeps what it is told. @public */
export type DataStore = 'redis' | 'postgresql' | 'none';

/** What follows from a stack alone. @public */
export interface StackFacts {
  /** Name of the Template entity. */
  template: string;
  dataStore: DataStore;
}

/** What follows from each stack. @public */
export const STACK_FACTS: Readonly<Record<Stack, StackFacts>> = {
  fastapi: { template: 'fastapi-service', dataStore: 'redis' },
  'spring-boot': { template: 'spring-boot-service', dataStore: 'postgresql' },
  node: { template: 'node-service', dataStore: 'none' },
};
