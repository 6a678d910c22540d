/** The city of an IANA zone: "Warsaw" for `Europe/Warsaw`. */
export function zoneName(timeZone: string): string {
  const city = timeZone.split('/').at(-1) ?? timeZone;
  return city.replace(/_/g, ' ');
}
