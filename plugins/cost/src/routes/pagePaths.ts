/** Pages below the cost page, as tabs of its header. */
export const PAGE_PATHS = {
  services: 'services',
  savings: 'savings',
  unmapped: 'unmapped',
  quality: 'data-quality',
} as const;

export type CostPageName = keyof typeof PAGE_PATHS;
