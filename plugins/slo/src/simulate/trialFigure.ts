/** What the explanation of a trial is called in the address of the page. */
export const TRIAL_FIGURE = 'trial';
