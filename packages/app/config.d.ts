export interface Config {
  app: {
    signIn?: {
      /**
       * How people sign in. `guest` works on a developer's own machine only.
       *
       * @visibility frontend
       */
      provider?: 'guest' | 'github' | 'oidc';
    };
  };
}
