// Replaces every web framework in tsconfig.framework-free.json: importing from a file that is not a module is an error.
