export { secondNames } from './secondNames';
