export { discovery } from './discovery';
export { identity } from './identity';
export { orderManagement } from './orderManagement';
export { platform } from './platform';
export { purchase } from './purchase';
export { shopfront } from './shopfront';
