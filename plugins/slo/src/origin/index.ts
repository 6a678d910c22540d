export { OriginMark, type OriginMarkProps } from './OriginMark';
export { originMessages } from './originMessages';
