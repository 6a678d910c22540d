/**
 * Pixels below which a saving becomes a card. More than other lists need: six
 * columns, two of them sentences; beside an open drawer they have 760.
 */
export const CARDS_BELOW = 880;
