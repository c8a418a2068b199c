import type { Directory, SchematicContext, Tree } from '../tree.js';
import { writeEnvironmentExample } from './environment-example.js';
import type { NestAddOptions } from './options.js';
import { findProject } from './project.js';
import type { Project } from './project.js';
import { addToRootModule, findInSource, isUnsupported, readModuleClass } from './root-module.js';
import { setUpTests } from './test-setup.js';

/**
 * The schematic of `nest add nest-clerk`: imports `ClerkModule` into the root module, adds the global guard on request,
 * extends `.env.example` and sets up the tests. It changes nothing that is there already, so that it can run again.
 *
 * It imports nothing of `@angular-devkit`, which the Nest CLI has and an application has not.
 *
 * @returns the rule that edits the tree
 * @throws Error from the rule if the root module is missing or has a form that it does not edit; then nothing is written
 */
export function nestAdd(options: NestAddOptions = {}) {
  return (tree: Tree, context: SchematicContext): void => {
    const project = findProject(tree, options);
    const globalGuard = options.globalGuard === true;
    const moduleClass = changeRootModule(tree, project, globalGuard);
    writeEnvironmentExample(tree);
    const hasTests = !options.skipTests && setUpTests(tree, context, project, moduleClass);

    const { logger } = context;
    logger.info(`${project.moduleFile} imports ClerkModule.`);
    logger.info(
      globalGuard
        ? 'Every route answers 401 to callers who are not signed in, except where @Public() is. Tests of such routes need a user.'
        : 'No route is guarded yet: use @UseGuards(ClerkAuthGuard) or @Protect(), or run again with --global-guard.',
    );
    if (hasTests) logger.info('A first end-to-end test signs a user in, offline: clerk.e2e-spec.ts.');
    logger.info(
      'Next: copy .env.example to .env, set the keys, and load it (node --env-file=.env, or @nestjs/config).',
    );
  };
}

function changeRootModule(tree: Tree, project: Project, globalGuard: boolean) {
  const { moduleFile, moduleClass } = project;
  try {
    const source = tree.readText(moduleFile);
    const existing = [...sourceFiles(tree, project.sourceRoot)].map(file =>
      findInSource(tree.readText(file)),
    );
    const changed = addToRootModule(source, moduleClass, {
      clerkModule: !existing.some(found => found.clerkModule),
      globalGuard: globalGuard && !existing.some(found => found.globalGuard),
    });
    if (changed !== source) tree.overwrite(moduleFile, changed);
    return readModuleClass(changed, moduleClass);
  } catch (error) {
    if (!isUnsupported(error)) throw error;
    throw new Error(
      `Nothing was changed. ${moduleFile} cannot be edited: ${error.message}.\n${byHand(globalGuard)}`,
      {
        cause: error,
      },
    );
  }
}

function byHand(globalGuard: boolean): string {
  const guard = globalGuard
    ? '\n  providers: [{ provide: APP_GUARD, useExisting: ClerkAuthGuard }]   // from @nestjs/core and nest-clerk'
    : '';
  return `Write this in your root module, and run again for the rest:
  imports: [ClerkModule.forRoot()]   // from nest-clerk${guard}`;
}

/** The TypeScript files below a folder. */
function* sourceFiles(tree: Tree, folder: string): Generator<string> {
  const directory: Directory = tree.getDir(folder);
  for (const file of directory.subfiles) if (/\.[mc]?ts$/.test(file)) yield `${folder}/${file}`;
  for (const name of directory.subdirs)
    if (name !== 'node_modules') yield* sourceFiles(tree, `${folder}/${name}`);
}
