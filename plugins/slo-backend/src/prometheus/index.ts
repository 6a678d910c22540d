export { createPrometheusSourceFactory } from './createPrometheusSourceFactory';
