// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_watch', table => {
    table.comment('How far the owners of each objective have been told');
    table
      .integer('objective_id')
      .primary()
      .references('id')
      .inTable('slo_objective')
      .onDelete('CASCADE');
    table
      .string('definition_hash')
      .notNullable()
      .comment('What is measured; another measurement is watched anew');
    table.bigInteger('watched_since').notNullable().comment('Unix seconds');
    table
      .boolean('settled')
      .notNullable()
      .comment('False: what it stands at is where it starts from, not news');
    table
      .double('level')
      .notNullable()
      .comment('Highest threshold of consumption told in this episode, or 0');
    table
      .bigInteger('episode')
      .notNullable()
      .comment(
        'Unix seconds: start of the calendar window, or when it was armed',
      );
    table
      .bigInteger('ends_at')
      .nullable()
      .comment('Unix seconds: end of the calendar window');
    table
      .bigInteger('silent_since')
      .nullable()
      .comment('Unix seconds: end of the data that were told to be missing');
    table
      .bigInteger('data_since')
      .nullable()
      .comment('Unix seconds: when data came again after that');
  });

  await knex.schema.createTable('slo_notification', table => {
    table.comment('What owners are to be told, each event once');
    table.bigIncrements('id');
    table
      .text('event_key')
      .notNullable()
      .comment('Objective or source, kind and episode');
    table
      .text('content')
      .notNullable()
      .comment('NotificationSendOptions, JSON');
    table.bigInteger('created_at').notNullable().comment('Unix milliseconds');
    table
      .bigInteger('due_at')
      .nullable()
      .comment('Unix milliseconds of the next try; null: sent or given up');
    table.integer('attempts').notNullable().defaultTo(0);
    table.bigInteger('sent_at').nullable().comment('Unix milliseconds');
    table.unique(['event_key'], { indexName: 'slo_notification_key' });
    table.index(['due_at', 'id'], 'slo_notification_due_idx');
    table.index(['created_at'], 'slo_notification_created_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_notification');
  await knex.schema.dropTable('slo_watch');
};
