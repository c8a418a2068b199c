/**
 * The JSON of a parameter or a response: the part of its schema that Local Clerk uses for validation and conversion.
 */
export interface Shape {
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  /** The name of a schema, in place of everything else. */
  readonly ref?: string;
}

/** A query parameter. */
export interface QueryShape extends Shape {
  readonly isRequired?: boolean;
}

/** An operation of the Backend API: its route, its parameters and its response. */
export interface Operation<Name extends string = string> {
  readonly name: Name;
  readonly method: string;
  /** Below `/v1`, such as `/users/{user_id}`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, QueryShape>>;
  /** Default: `application/json`. */
  readonly mediaType?: string;
  readonly body?: Shape;
  /** The status of a successful response. */
  readonly status: number;
  /** Missing for a response without a body. */
  readonly answer?: Shape;
}
