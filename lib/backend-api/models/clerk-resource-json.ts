/** The two fields that the JSON of almost every resource has. */
export interface ClerkResourceJSON {
  /** The type of the resource, such as `user`. */
  object: string;
  id: string;
}

/** The JSON of one page of a list. */
export interface PaginatedResponseJSON {
  data: object[];
  total_count?: number;
}
