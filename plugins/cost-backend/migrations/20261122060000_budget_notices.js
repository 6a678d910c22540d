// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('cost_budget_notice', table => {
    table.comment(
      'What owners were told of a budget; one of another amount is told anew',
    );
    table.string('entity_ref').notNullable();
    table.string('month', 10).notNullable();
    table.string('currency', 3).notNullable();
    table.bigInteger('amount').notNullable().comment('Nano-units');
    table.string('threshold', 32).notNullable();
    table.bigInteger('told_at').notNullable().comment('Unix milliseconds');
    table.primary(['entity_ref', 'month', 'currency', 'amount', 'threshold']);
  });

  await knex.schema.createTable('cost_notification', table => {
    table.comment('What owners are to be told, each event once');
    table.bigIncrements('id');
    table
      .text('event_key')
      .notNullable()
      .comment('Budget, month, amount and threshold');
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
    table.unique(['event_key'], { indexName: 'cost_notification_key' });
    table.index(['due_at', 'id'], 'cost_notification_due_idx');
    table.index(['created_at'], 'cost_notification_created_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('cost_notification');
  await knex.schema.dropTable('cost_budget_notice');
};
