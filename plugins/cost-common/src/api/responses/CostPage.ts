/** A page of a list; `nextCursor` is there while there is more. @public */
export interface CostPage<T> {
  items: T[];
  totalItems: number;
  pageInfo: { nextCursor?: string };
}
