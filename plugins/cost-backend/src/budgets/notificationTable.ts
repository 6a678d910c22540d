/** What owners are to be told. */
export const NOTIFICATION_TABLE = 'cost_notification';
