export { LocalForge } from './LocalForge';
