import type { LensName } from './LensName';

/** Why a lens gave no answer. @public */
export type LensFault =
  /** The plugin is not there. */
  | 'not-installed'
  /** It refuses this plugin. */
  | 'refused'
  /** It is down, slow or fails. */
  | 'not-answering';

/** How old what is shown of a lens is. @public */
export type LensFreshness =
  /** The caller may see nothing of it. */
  | { state: 'hidden' }
  /** It has never answered in full: nothing is known, which is not nothing. */
  | { state: 'never'; fault?: LensFault; failingSince?: string }
  /** `pulledAt`: the last answer in full, ISO instant. */
  | { state: 'ok'; pulledAt: string }
  /** It does not answer; its last values are shown. */
  | {
      state: 'stale';
      pulledAt: string;
      fault?: LensFault;
      failingSince?: string;
    };

/** How old each lens is. @public */
export type LensFreshnesses = Record<LensName, LensFreshness>;
