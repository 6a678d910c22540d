import type { Saving } from '@plimsoll/plugin-cost-common';
import type { Voice } from '../words';
import { evidenceRows } from './evidenceRows';

/** More of it than this is told by the drawer. */
const MOST = 4;

/** What each sentence is made of; the first that has all of it is told. */
const SENTENCES = [
  {
    key: 'cpu',
    kind: 'right-size',
    needs: ['cpu-request', 'cpu-p95', 'days'],
  },
  {
    key: 'memory',
    kind: 'right-size',
    needs: ['memory-request', 'memory-peak', 'days'],
  },
  { key: 'idle', kind: 'idle', needs: ['idle-days', 'use'] },
  { key: 'spot', kind: 'spot', needs: ['spot-replicas', 'discount'] },
  {
    key: 'commitment',
    kind: 'commitment',
    needs: ['account', 'commitment', 'utilisation'],
  },
  {
    key: 'storage',
    kind: 'storage-lifecycle',
    needs: ['unread', 'size', 'objects'],
  },
] as const satisfies ReadonlyArray<{
  key: string;
  kind: Saving['kind'];
  needs: readonly string[];
}>;

/**
 * What speaks for a saving in one sentence: "Asks for 500m CPU a pod; p95 of 30
 * days uses 212m". Of evidence of another making: its first names and values.
 */
export function evidenceSentence(
  options: { saving: Pick<Saving, 'kind' | 'evidence' | 'currency'> } & Voice,
): string {
  const { saving, t } = options;
  const rows = evidenceRows(options);
  const words: Record<string, string> = Object.fromEntries(
    saving.evidence.map(({ name }, index) => [name, rows[index].value]),
  );
  const key = SENTENCES.find(
    ({ kind, needs }) =>
      kind === saving.kind && needs.every(name => name in words),
  )?.key;
  return key
    ? t(`evidenceSentence.${key}`, {
        account: words.account,
        commitment: words.commitment,
        days: words.days ?? words['idle-days'],
        discount: words.discount,
        objects: words.objects,
        peak: words['memory-peak'],
        p95: words['cpu-p95'],
        request: words[key === 'memory' ? 'memory-request' : 'cpu-request'],
        size: words.size,
        spot: words['spot-replicas'],
        unread: words.unread,
        use: words.use,
        utilisation: words.utilisation,
      })
    : rows
        .slice(0, MOST)
        .map(row => t('evidence.pair', row))
        .join(', ');
}
