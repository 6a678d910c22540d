export { AnomalyList } from './AnomalyList';
export { AnomalyNotices } from './AnomalyNotices';
