/** A body with its lines indented, if it is JSON; as it came otherwise. */
export function readableBody(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return body;
  }
}
