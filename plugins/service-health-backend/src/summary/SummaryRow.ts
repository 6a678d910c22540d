/** A row of `service_summary`, without its ref and hash. */
export interface SummaryColumns {
  index_content: string;
  name: string;
  search_text: string;
  owner_ref: string | null;
  lifecycle: string | null;
  tier: string | null;
  slo_state: string;
  slo_rank: number;
  budget_remaining: number | null;
  failure_rate: number | null;
  failed: number;
  judged: number;
  pending: number;
  /** Unix milliseconds, as all that end in `_at` or `_since`. */
  deployed_at: number | null;
  incidents: number;
  incident_since: number | null;
  currency: string | null;
  currency_rank: number | null;
  cost: number | null;
  cost_change: number | null;
  unit_cost: number | null;
}

/** A row of `service_money`, without its ref. */
export interface MoneyColumns {
  currency: string;
  cost_units: string | null;
  cost_nanos: string | null;
  forecast_units: string | null;
  forecast_nanos: string | null;
  saving_units: string | null;
  saving_nanos: string | null;
}
