export interface Config {
  permission?: {
    /**
     * The portal's own policy. On a developer's own machine everything is allowed
     * unless something is said here.
     */
    portal?: {
      /**
       * Who may see an objective, a deployment, an incident or a cost: everybody
       * who is signed in (the default), or the owners of its service alone.
       */
      sloReaders?: 'everybody' | 'owners';
      /** Users and groups that may do everything, by ref. */
      administrators?: string[];
    };
  };
}
