import { commitSha } from '../releases/commitSha';

/** A UUID for a name, as senders number their deliveries. */
export function guid(name: string): string {
  const hex = commitSha(name);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
