export { Password } from './Password';
export { requireDevelopment } from './requireDevelopment';
export { requireLoopback } from './requireLoopback';
