export interface Config {
  /**
   * A git forge on this machine, for development: it runs where there is a
   * password, never in production and never on an address that others reach.
   */
  localForge?: {
    /** TCP port on the loopback interface. */
    port: number | string;
    /** Folder of its repositories. */
    directory: string;
    /** Of the one account, with which one pushes. */
    username: string;
    /**
     * `npm start` makes one and keeps it in data/.
     * @visibility secret
     */
    password?: string;
  };
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
