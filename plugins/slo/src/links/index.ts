export { AccentLink } from './AccentLink';
