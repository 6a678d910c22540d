/**
 * What the tests of all Plimsoll front ends share. They need Jest and nothing
 * else; no page imports them.
 *
 * @packageDocumentation
 */
export * from './testUtils/stopDate';
export * from './testUtils/speakBritish';
export * from './testUtils/refusal';
export * from './testUtils/Address';
export * from './testUtils/layOutAt';
