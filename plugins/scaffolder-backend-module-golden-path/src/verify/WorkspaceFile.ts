/** A text file of the workspace. */
export interface WorkspaceFile {
  /** From the workspace's root, with slashes. */
  path: string;
  text: string;
}
