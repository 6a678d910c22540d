export { entityContentRouteRef, rootRouteRef } from './routes';
