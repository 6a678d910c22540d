import {
  correctionRange,
  isoInstant,
  type SloCorrection,
} from '@plimsoll/plugin-slo-common';

/** A row of `slo_correction`. PostgreSQL hands 64-bit columns out as strings. */
export interface CorrectionRow {
  id: number | string;
  entity_ref: string;
  ref: string | null;
  objective: string | null;
  /** Unix seconds. */
  from_at: number | string;
  to_at: number | string;
  reason: string;
  created_by: string;
  /** Unix milliseconds. */
  created_at: number | string;
  undone_by: string | null;
  /** Unix milliseconds. */
  undone_at: number | string | null;
  undo_reason: string | null;
}

/**
 * A correction as answers show it.
 *
 * @param sliceSeconds - of the one objective that was asked about, if it counts
 * slices
 */
export function toCorrection(
  row: CorrectionRow,
  sliceSeconds?: number,
): SloCorrection {
  const own = { from: Number(row.from_at), to: Number(row.to_at) };
  const { from, to } = correctionRange({ ...own, sliceSeconds });
  return {
    id: String(row.id),
    entityRef: row.entity_ref,
    ...(row.ref !== null &&
      row.objective !== null && {
        objective: { ref: row.ref, objective: row.objective },
      }),
    from: isoInstant(own.from),
    to: isoInstant(own.to),
    ...((from < own.from || to > own.to) && {
      excludes: { from: isoInstant(from), to: isoInstant(to) },
    }),
    reason: row.reason,
    createdBy: row.created_by,
    createdAt: new Date(Number(row.created_at)).toISOString(),
    ...(row.undone_by !== null && {
      undone: {
        by: row.undone_by,
        at: new Date(Number(row.undone_at)).toISOString(),
        reason: row.undo_reason ?? '',
      },
    }),
  };
}
