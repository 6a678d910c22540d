// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('service_lens', table => {
    table.comment('What each plugin last said of a service');
    table.string('entity_ref').notNullable().comment('Lower case');
    table.string('lens').notNullable();
    table
      .string('variant')
      .notNullable()
      .comment('Currency of a cost, or empty');
    table
      .bigInteger('changed_at')
      .notNullable()
      .comment('Unix milliseconds, its plugin says');
    table.text('content').notNullable().comment('JSON');
    table.primary(['entity_ref', 'lens', 'variant']);
  });

  await knex.schema.createTable('lens_pull', table => {
    table.comment('How far each plugin was followed');
    table.string('lens').primary();
    table
      .bigInteger('pulled_at')
      .nullable()
      .comment('Last answer in full, Unix milliseconds');
    table
      .bigInteger('changed_up_to')
      .nullable()
      .comment('Newest change that was seen');
    table
      .bigInteger('walked_at')
      .nullable()
      .comment('When everything was last read, not only changes');
    table.bigInteger('failing_since').nullable();
    table.string('fault').nullable();
  });

  // narrow: lists sort all of it, and read contents of a page alone
  await knex.schema.createTable('service_summary', table => {
    table.comment('One row a service, by which lists sort and filter');
    table.string('entity_ref').primary().comment('Lower case');
    table.string('row_hash').notNullable().comment('Of all other columns');
    table
      .text('index_content')
      .notNullable()
      .comment('Of the catalog, as it was written here');
    table.text('name').notNullable().comment('Title or name, lower case');
    table.text('search_text').notNullable().comment('Lower case');
    table.text('owner_ref').nullable().comment('The first of its owners');
    table.text('lifecycle').nullable();
    table.text('tier').nullable();

    table
      .string('slo_state')
      .notNullable()
      .comment('Of the worst objective, or no-objective');
    table.integer('slo_rank').notNullable().comment('0 is worst');
    table.double('budget_remaining').nullable();

    table.double('failure_rate').nullable();
    table
      .integer('failed')
      .notNullable()
      .comment('Deployments judged as failed');
    table.integer('judged').notNullable();
    table.integer('pending').notNullable();
    table.bigInteger('deployed_at').nullable();
    table.integer('incidents').notNullable().comment('Open ones');
    table.bigInteger('incident_since').nullable();

    table.string('currency').nullable();
    table.integer('currency_rank').nullable().comment("0: the portal's own");
    table.double('cost').nullable().comment('Month to date, for sorting');
    table.double('cost_change').nullable();
    table.double('unit_cost').nullable();
  });

  await knex.schema.createTable('service_money', table => {
    table.comment(
      'Amounts that are added up, by currency; units and nano-units apart, so that no sum overflows',
    );
    table.string('entity_ref').notNullable();
    table.string('currency').notNullable();
    for (const amount of ['cost', 'forecast', 'saving']) {
      table.bigInteger(`${amount}_units`).nullable();
      table.bigInteger(`${amount}_nanos`).nullable();
    }
    table.primary(['entity_ref', 'currency']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('service_money');
  await knex.schema.dropTable('service_summary');
  await knex.schema.dropTable('lens_pull');
  await knex.schema.dropTable('service_lens');
};
