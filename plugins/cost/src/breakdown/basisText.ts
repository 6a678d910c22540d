import type {
  AllocationBasis,
  CostCategoryShare,
} from '@plimsoll/plugin-cost-common';
import { refName } from '@plimsoll/plugin-plimsoll-react';
import type { Voice } from '../words';

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
      const text = oneBasis(one.basis, t);
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

function oneBasis(basis: AllocationBasis, t: Voice['t']): string {
  switch (basis.by) {
    case 'direct':
      return directText(basis.name, t);
    case 'rule':
      return t('basis.rule', { name: basis.rule });
    case 'cluster':
    case 'list-price':
      return t(`basis.${basis.by}`, { name: basis.cluster });
    case 'dependency':
      return t(`basis.dependency.${basis.key}`, {
        name: refName(basis.resourceRef),
      });
    default:
      return t(`basis.shared.${basis.key}`, { name: basis.pool });
  }
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
