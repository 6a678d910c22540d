export { DoctorCard } from './DoctorCard';
