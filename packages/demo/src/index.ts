/**
 * ShopKart, the demo world: a metrics source that makes its traffic up, and
 * tools that report its deployments and incidents.
 *
 * @packageDocumentation
 */
export { demoFeatures as default } from './features';
