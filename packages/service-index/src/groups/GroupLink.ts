/** One group directly above another; refs in lower case. @public */
export interface GroupLink {
  parentRef: string;
  childRef: string;
}
