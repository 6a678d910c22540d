export interface Config {
  cost?: {
    sources?: {
      [name: string]: {
        /** For `postgres`: how the database is reached, as `pg` takes it. */
        connection?: {
          /** @visibility secret */
          connectionString?: string;
        };
      };
    };
  };
}
