/**
 * One of the strings that the API knows today. Editors suggest them, and any other string is accepted too, so that code
 * can use a value that Clerk adds later.
 */
export type OneOf<Known extends string> = Known | (string & Record<never, never>);
