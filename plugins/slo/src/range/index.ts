export {
  customRange,
  customRequest,
  readCustomRange,
  type CustomRange,
} from './CustomRange';
export { RangePicker } from './RangePicker';
