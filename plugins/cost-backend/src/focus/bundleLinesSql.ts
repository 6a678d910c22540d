import { DAY_COLUMNS, HEAD_COLUMNS } from '@plimsoll/plugin-cost-node';

/**
 * A statement that makes of lines one JSON text for each head, with its days of
 * one month: `[head, [[day, amounts …], …]]`. A head has long texts and recurs
 * day after day; so it is sorted, handed over and read once. The days of a text
 * are in no order: to sort them here would take more memory than all else.
 *
 * @param options.lines - statement with the rows of `foldChargesSql`
 */
export function bundleLinesSql(options: { lines: string }): string {
  const head = HEAD_COLUMNS.join();
  return `SELECT '[' || CAST(json_array(${head}) AS VARCHAR) || ',[' || days || ']]'
    FROM (SELECT ${head}, left(day, 7) AS month,
      string_agg(CAST(json_array(${DAY_COLUMNS.join()}) AS VARCHAR), ',') AS days
      FROM (${options.lines}) AS line GROUP BY ${head}, month) AS bundle
    ORDER BY ${head}, month`;
}
