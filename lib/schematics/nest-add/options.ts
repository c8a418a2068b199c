/** The options of `nest add nest-clerk`, which schematics/nest-add/schema.json describes to the Nest CLI. */
export interface NestAddOptions {
  /** Guard every route. */
  globalGuard?: boolean;
  /** Do not set up Jest or Vitest, and write no end-to-end test. A flag: Nest CLI 11 passes `=false` as a string. */
  skipTests?: boolean;
  /** The file of the root module. */
  module?: string;
  /** The project of a monorepo. */
  project?: string;
  /** The folder of `main.ts`. */
  sourceRoot?: string;
}
