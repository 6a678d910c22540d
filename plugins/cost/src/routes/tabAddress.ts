import type { CostMetric } from '@plimsoll/plugin-cost-common';

/** What of the tab a link leads to. */
export interface TabAddress {
  metric?: CostMetric;
  /** ISO 4217; that of app-config without it. */
  currency?: string;
  /** Figure whose explanation is open. */
  explain?: string;
  /** Id of the saving that is shown. */
  saving?: string;
}

/** Where the tab lies below an entity's page unless app-config moves it. */
const TAB_PATH = '/cost';

/** The tab's path below the page of its service. */
export function tabAddress(address: TabAddress = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) {
    if (value) {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return text ? `${TAB_PATH}?${text}` : TAB_PATH;
}
