// Generates all files that come from Clerk's API documents, after verifying that these are the pinned ones.
//
//   npm run generate -- <Backend API document> [<Frontend API document> [<webhooks document>]]
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DOCUMENTS, problemWith } from './document.mjs';

const GENERATORS = {
  backendApi: ['generate-local-operations.mjs', 'generate-backend-api.mjs'],
  frontendApi: ['generate-local-frontend-operations.mjs'],
  webhooks: ['generate-webhook-events.mjs'],
};

const files = process.argv.slice(2);
const documents = Object.keys(DOCUMENTS).slice(0, Math.max(files.length, 1));

const problems = await Promise.all(
  documents.map((name, index) => problemWith(DOCUMENTS[name], files[index])),
);
if (problems.some(Boolean)) {
  for (const problem of problems.filter(Boolean)) console.error(problem);
  console.error(
    'usage: npm run generate -- <Backend API document> [<Frontend API document> [<webhooks document>]]',
  );
  process.exit(1);
}

documents.forEach((name, index) => {
  for (const generator of GENERATORS[name]) run(generator, files[index]);
});

function run(generator, file) {
  const script = fileURLToPath(new URL(generator, import.meta.url));
  execFileSync(process.execPath, [script, file], { stdio: 'inherit' });
}
