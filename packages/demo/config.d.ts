export interface Config {
  slo?: {
    sources?: {
      [name: string]: {
        /**
         * Only for `type: demo`: act as if the source could not be reached, to
         * see what the portal shows then. A change counts at once.
         */
        down?: boolean;
      };
    };
  };
}
