// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('service_index', table => {
    table.comment('Mirror of the services in the catalog');
    table.string('entity_ref').primary().comment('Lower case');
    table.string('kind').notNullable().comment('Lower case');
    // the catalog bounds none of these, and one row must not stop all others
    table.text('title').nullable();
    table.text('type').nullable();
    table.text('lifecycle').nullable();
    table.text('tier').nullable();
    table.text('system_ref').nullable().comment('A system is in itself');
    table.text('domain_ref').nullable().comment('Domain of the system');
    table.index(['system_ref'], 'service_index_system_idx');
    table.index(['domain_ref'], 'service_index_domain_idx');
  });

  await knex.schema.createTable('service_index_owner', table => {
    table.comment('Groups and users that own a service');
    table
      .string('entity_ref')
      .notNullable()
      .references('entity_ref')
      .inTable('service_index')
      .onDelete('CASCADE');
    table.text('owner_ref').notNullable().comment('Lower case');
    table.primary(['owner_ref', 'entity_ref']);
    table.index(['entity_ref'], 'service_index_owner_entity_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('service_index_owner');
  await knex.schema.dropTable('service_index');
};
