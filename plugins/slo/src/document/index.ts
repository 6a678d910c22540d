export { DocumentCard } from './DocumentCard';
