export interface Config {
  slo?: {
    /** ShopKart has its stock take excluded from a budget. False by default. */
    demo?: boolean;
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
