import type {
  AllocationBasis,
  CostCategoryShare,
} from '@plimsoll/plugin-cost-common';
import { refName } from '@plimsoll/plugin-plimsoll-react';
import { monthText, type Voice } from '../words';

/** More ways than these are told by Explain. */
const MOST = 2;

/** How a category's cost came to a service, the largest part first. */
export function basisText(
  options: Pick<CostCategoryShare, 'bases' | 'total'> & Voice,
): string {
  const { bases, total, formats, t } = options;
  const ordered = [...bases].sort(
    (a, b) => Math.abs(Number(b.total)) - Math.abs(Number(a.total)),
  );
  return ordered
    .slice(0, MOST)
    .map(one => {
      const text = oneBasis(one.basis, { formats, t });
      return ordered.length === 1
        ? text
        : t('basis.part', {
            text,
            share: formats.share(Number(one.total) / Number(total), {
              decimals: 0,
            }),
          });
    })
    .join('; ');
}

function oneBasis(basis: AllocationBasis, voice: Voice): string {
  const { t } = voice;
  switch (basis.by) {
    case 'direct':
      return directText(basis.name, t);
    case 'rule':
      return t('basis.rule', { name: basis.rule });
    case 'cluster':
    case 'list-price':
      return t(`basis.${basis.by}`, { name: basis.cluster });
    case 'dependency':
      return sharedText(basis, { ...voice, name: refName(basis.resourceRef) });
    default:
      return sharedText(basis, { ...voice, name: basis.pool });
  }
}

/** By what it is shared, and where that is not the day's own, whose it is. */
function sharedText(
  basis: Extract<AllocationBasis, { by: 'shared' | 'dependency' }>,
  options: { name: string } & Voice,
): string {
  const { name, formats, t } = options;
  if (basis.of) {
    const month = monthText(basis.of, { formats });
    return t('basis.asIn', { name, month });
  }
  return basis.insteadOf
    ? t('basis.evenFor', { name, key: t(`basis.keys.${basis.insteadOf}`) })
    : t(`basis.shared.${basis.key}`, { name });
}

/** How names of direct bases begin, as the allocation gives them. */
const DIRECT = {
  'tag:': 'basis.tag',
  'resource:': 'basis.resource',
  'sub-account:': 'basis.subAccount',
} as const;

const PREFIXES = ['tag:', 'resource:', 'sub-account:'] as const;

function directText(name: string, t: Voice['t']): string {
  const prefix = PREFIXES.find(one => name.startsWith(one));
  return prefix
    ? t(DIRECT[prefix], { name: name.slice(prefix.length) })
    : t('basis.direct', { name });
}
