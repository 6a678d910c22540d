/**
 * The reader is a Briton, so that figures and dates read as in DESIGN.md.
 *
 * @public
 */
export function speakBritish(): void {
  jest.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB']);
}
