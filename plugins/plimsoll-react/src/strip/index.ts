export * from './stripScale';
export * from './IntervalStrip';
export * from './DotStrip';
export * from './BarSparkline';
export * from './TrendLine';
export * from './ChangeStrip';
