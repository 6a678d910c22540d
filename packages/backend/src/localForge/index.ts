export { localForgePlugin as default } from './localForgePlugin';
