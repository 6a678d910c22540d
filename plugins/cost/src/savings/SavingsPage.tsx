export function SavingsPage() {
  return null;
}
