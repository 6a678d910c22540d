import type { CostCategory, SavingDraft } from '@plimsoll/plugin-cost-common';

/** What of the bill a saving lowers: by that it is compared afterwards. */
export interface SavingTouch {
  category: CostCategory;
  /** As the bill names it. */
  resourceId?: string;
  /** Commitments: the account whose machines they cover. */
  subAccount?: string;
  /** What can be cashed depends on what others save on the same machines. */
  sharesMachines?: boolean;
}

export function touchOf(draft: SavingDraft): SavingTouch {
  const { category, resourceId, subAccount, sharesMachines } = draft;
  return {
    category,
    ...(resourceId !== undefined && { resourceId }),
    ...(subAccount !== undefined && { subAccount }),
    ...(sharesMachines !== undefined && { sharesMachines }),
  };
}
