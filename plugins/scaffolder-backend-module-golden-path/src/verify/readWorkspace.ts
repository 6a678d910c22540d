import fs from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { WorkspaceFile } from './WorkspaceFile';

/** Larger files are data, and no check is made for them. */
const MAX_BYTES = 1_048_576;
const SKIPPED = new Set(['.git', 'node_modules']);

/** What a workspace holds. */
export interface Workspace {
  /** By path. */
  files: WorkspaceFile[];
  /** Paths of what is no text, is too large, or is a link. */
  unread: string[];
}

/** All text files of a workspace but git's own. Links are not followed. */
export async function readWorkspace(folder: string): Promise<Workspace> {
  const workspace: Workspace = { files: [], unread: [] };
  const visit = async (place: string): Promise<void> => {
    for (const entry of await fs.readdir(place, { withFileTypes: true })) {
      const whole = join(place, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) {
          await visit(whole);
        }
        continue;
      }
      const path = relative(folder, whole).split(sep).join('/');
      const text = entry.isFile() ? await readText(whole) : undefined;
      if (text === undefined) {
        workspace.unread.push(path);
      } else {
        workspace.files.push({ path, text });
      }
    }
  };
  await visit(folder);
  workspace.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  workspace.unread.sort();
  return workspace;
}

async function readText(place: string): Promise<string | undefined> {
  if ((await fs.stat(place)).size > MAX_BYTES) {
    return undefined;
  }
  const text = await fs.readFile(place, 'utf8');
  return text.includes('\0') ? undefined : text;
}
