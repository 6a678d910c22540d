/** A sum of money as an exact decimal text: `415.48`, `-3.18`. @public */
export type Amount = string;
