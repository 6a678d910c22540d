export { secondNames } from './secondNames';
export { subjectName } from './subjectName';
