/** The log of an instance, for the operator of the application. */
export interface Log {
  warn(message: string): void;
  debug(record: string): void;
}
