export { sloApiRef } from './sloApiRef';
