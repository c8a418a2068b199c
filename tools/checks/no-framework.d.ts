// Stands in for every web framework in tsconfig.framework-free.json: importing what is no module is an error.
