export { apiRouter } from './apiRouter';
