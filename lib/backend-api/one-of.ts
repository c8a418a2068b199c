/**
 * One of the texts that the API knows today; editors offer them, and any other text is accepted too, so that one which
 * Clerk adds tomorrow is no error.
 */
export type OneOf<Known extends string> = Known | (string & Record<never, never>);
