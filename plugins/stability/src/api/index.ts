export { stabilityApiRef } from './stabilityApiRef';
export { sloApiRef } from './sloApiRef';
