/** Words that no part of a Java package may be (Java SE 21, section 3.9). */
export const JAVA_KEYWORDS: ReadonlySet<string> = new Set(
  `abstract assert boolean break byte case catch char class const continue
   default do double else enum extends false final finally float for goto if
   implements import instanceof int interface long native new null package
   private protected public return short static strictfp super switch
   synchronized this throw throws transient true try void volatile while`
    .trim()
    .split(/\s+/),
);
