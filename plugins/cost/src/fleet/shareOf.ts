import type { Voice } from '../words';

/** "95.0%", or that nobody can tell where there is no whole above zero. */
export function shareOf(
  part: string,
  whole: string,
  { formats, t }: Voice,
): string {
  return Number(whole) > 0
    ? formats.share(Number(part) / Number(whole))
    : t('proof.unknown');
}
