/**
 * ShopKart, the demo world: a metrics source that makes its traffic up.
 *
 * @packageDocumentation
 */
export { demoModule as default } from './module';
