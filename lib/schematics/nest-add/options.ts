/** The options of `nest add nest-clerk`, which schematics/nest-add/schema.json describes to the Nest CLI. */
export interface NestAddOptions {
  /** Guard every route. */
  globalGuard?: boolean;
  /** Set up Jest or Vitest, and write an end-to-end test. Default: true. */
  tests?: boolean;
  /** The file of the root module. */
  module?: string;
  /** The project of a monorepo. */
  project?: string;
  /** The folder of `main.ts`. */
  sourceRoot?: string;
}
