export function UnmappedPage() {
  return null;
}
