/** A real server that objectives are read from; may be killed and started again. */
export interface MetricsServer {
  /** Root of its Prometheus API, without `/api/v1`. */
  readonly url: string;
  start(): Promise<void>;
  /** Ends it the hard way; what it stored stays. */
  kill(): Promise<void>;
}
