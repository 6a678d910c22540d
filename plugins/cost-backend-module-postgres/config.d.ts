import type { HumanDuration } from '@backstage/types';

export interface Config {
  cost?: {
    sources?: {
      [name: string]: {
        /**
         * For `postgres`: address of the database, or its parts (`host`,
         * `port`, `user`, `password`, `database`, `ssl`). A user that may read
         * one view is enough.
         * @deepVisibility secret
         */
        connection?: string | { [key: string]: unknown };
        /** For `postgres`: table or view of FOCUS rows, `schema.name`. */
        table?: string;
        /**
         * For `postgres`: column that grows with every change, for instance
         * when a row was loaded. Without it rows are hashed to see changes.
         */
        versionColumn?: string;
        /** For `postgres`: how many months are looked at; 3. */
        months?: number;
        /** For `postgres`: how often changes are looked for; 15 minutes. */
        every?: HumanDuration | string;
        /** For `postgres`: how long a statement may take; 5 minutes. */
        timeout?: HumanDuration | string;
      };
    };
  };
}
