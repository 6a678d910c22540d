export interface Config {
  goldenPath?: {
    /**
     * The Alertmanager whose routes the wiring of new services is checked by, and
     * that takes their test alerts. Without it nothing is said about alerts.
     */
    alertmanager?: {
      /** Without `/api/v2`: `http://alertmanager:9093`. */
      url: string;
      /** @visibility secret */
      token?: string;
      username?: string;
      /** @visibility secret */
      password?: string;
    };
    updates?: {
      /**
       * Ref of the template that opens pull requests of newer templates:
       * `template:default/golden-path-update`.
       */
      template?: string;
    };
  };
}
