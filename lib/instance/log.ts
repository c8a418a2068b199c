/** Where an instance logs what the operator of the application should know. */
export interface Log {
  warn(message: string): void;
  debug(record: string): void;
}
