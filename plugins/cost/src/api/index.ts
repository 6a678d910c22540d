export { costApiRef } from './costApiRef';
