/**
 * For tests: ShopKart's platform, and a service that is made on it.
 *
 * @packageDocumentation
 */
export { shopKartPlatform } from './testUtils/shopKartPlatform';
export { stockAnswers } from './testUtils/stockAnswers';
export { plannedService } from './testUtils/plannedService';
