// @ts-check

/** Columns that lists are sorted by, what is not known coming last. */
const SORTED = {
  stability_metric_failures_idx: 'change_failure_rate',
  stability_metric_recovery_idx: 'recovery_seconds',
  stability_metric_frequency_idx: 'per_week',
};

/**
 * The indexes of the fleet are by the very terms that it is sorted by.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const [name, column] of Object.entries(SORTED)) {
    await knex.raw(`drop index ${name}`);
    await knex.raw(
      `create index ${name} on stability_metric
       (window_days, coalesce(${column}, -1) desc, entity_ref)`,
    );
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const [name, column] of Object.entries(SORTED)) {
    await knex.raw(`drop index ${name}`);
    await knex.raw(
      `create index ${name} on stability_metric
       (window_days, ${column}, entity_ref)`,
    );
  }
};
