/** What an expression of PromQL answers. */
export type ValueType = 'scalar' | 'vector' | 'matrix' | 'string';

/** What a function takes and gives. */
export interface Signature {
  takes: ValueType[];
  /** How many of the last arguments may be left out. */
  optional?: number;
  /** Type of any number of further arguments. */
  repeated?: ValueType;
  gives: ValueType;
}

const OVER_RANGE = `rate increase irate delta idelta deriv changes resets
  avg_over_time min_over_time max_over_time sum_over_time count_over_time
  stddev_over_time stdvar_over_time last_over_time present_over_time
  absent_over_time`;

const OF_VECTOR = `abs absent acos acosh asin asinh atan atanh ceil cos cosh deg
  exp floor histogram_avg histogram_count histogram_stddev histogram_stdvar
  histogram_sum ln log10 log2 rad sgn sin sinh sort sort_desc sqrt tan tanh
  timestamp`;

const OF_TIME = `day_of_month day_of_week day_of_year days_in_month hour minute
  month year`;

/**
 * The functions that every Prometheus knows; experimental ones, which many
 * refuse, are not among them.
 */
export const FUNCTIONS: ReadonlyMap<string, Signature> = new Map([
  ...each(OVER_RANGE, { takes: ['matrix'], gives: 'vector' }),
  ...each(OF_VECTOR, { takes: ['vector'], gives: 'vector' }),
  ...each(OF_TIME, { takes: ['vector'], optional: 1, gives: 'vector' }),
  ...each('clamp_min clamp_max', {
    takes: ['vector', 'scalar'],
    gives: 'vector',
  }),
  ...each('clamp', { takes: ['vector', 'scalar', 'scalar'], gives: 'vector' }),
  ...each('round', {
    takes: ['vector', 'scalar'],
    optional: 1,
    gives: 'vector',
  }),
  ...each('histogram_quantile', {
    takes: ['scalar', 'vector'],
    gives: 'vector',
  }),
  ...each('histogram_fraction', {
    takes: ['scalar', 'scalar', 'vector'],
    gives: 'vector',
  }),
  ...each('quantile_over_time', {
    takes: ['scalar', 'matrix'],
    gives: 'vector',
  }),
  ...each('predict_linear', { takes: ['matrix', 'scalar'], gives: 'vector' }),
  ...each('label_replace', {
    takes: ['vector', 'string', 'string', 'string', 'string'],
    gives: 'vector',
  }),
  ...each('label_join', {
    takes: ['vector', 'string', 'string'],
    repeated: 'string',
    gives: 'vector',
  }),
  ...each('vector', { takes: ['scalar'], gives: 'vector' }),
  ...each('scalar', { takes: ['vector'], gives: 'scalar' }),
  ...each('time pi', { takes: [], gives: 'scalar' }),
]);

function each(names: string, signature: Signature): Array<[string, Signature]> {
  return names.split(/\s+/).map(name => [name, signature]);
}
