/** Where a delivery goes: the name of its sender. */
export type Door =
  | 'github'
  | 'gitlab'
  | 'argocd'
  | 'argo-rollouts'
  | 'jenkins'
  | 'alertmanager'
  | 'pagerduty'
  | 'cdevents';

/** One webhook as its sender sends it, but for the signature. */
export interface Delivery {
  door: Door;
  /** When it is sent, Unix milliseconds. */
  at: number;
  /** What names it, where its sender does; no secret. */
  headers: Record<string, string>;
  /** The exact text. */
  body: string;
}

/** Most senders send within a second. */
export const DELAY_MS = 900;
